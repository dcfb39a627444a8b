# What people ask about their data: requests, opposition, access, an erasure on three laptops.

mkdir "$work/rights"
cd "$work/rights"
mkdir share
: >errors
ends "a landlord" 0 passerelle landlord create --store r1 --code R1 --json
for name in r2 r3; do
    ends "$name asks" 0 passerelle device request --store "$name" --out "$name.asked"
    ends "$name is invited" 0 passerelle device invite --store r1 --request "$name.asked" \
        --out "$name.invited" --json
    spoken="$(value out 'j["code"]')"
    ends "$name joins" 0 passerelle device accept --store "$name" --invitation "$name.invited" \
        --code "$spoken" --label "$name" --agent "Agent $name"
done
rights_canaries=(Canaridroit 0639981122 REF-CANARI)
ends "an invented person" 0 passerelle tenant add --store r1 --last-name "${rights_canaries[0]}" \
    --first-name Essai --phone "06 39 98 11 22" --erp-ref "${rights_canaries[2]}" --json
person="$(value out 'j["tenant"]["id"]')"
ends "somebody else" 0 passerelle tenant add --store r1 --last-name Reste --first-name Essai --json
other="$(value out 'j["tenant"]["id"]')"
ends "an event" 0 passerelle event add --store r1 --kind rdv_emploi --name RDV --day "$today" --json
meeting="$(value out 'j["event"]["id"]')"
meet() { for store in "$@"; do ends "they meet: $store" 0 passerelle sync --store "$store" --folder share; done; }
meet r1 r2 r3 r1 r2

# Requests and opposition.
ends "an opposition" 0 passerelle rights note --store r2 "$other" --kind opposition --json
opposition="$(value out 'j["id"]')"
ends "stops a registration" 65 passerelle register --store r2 "$meeting" "$other"
has "and says why" err "opposed"
ends "it is taken back" 0 passerelle rights close --store r2 "$opposition" levee
ends "then they are registered" 0 passerelle register --store r2 "$meeting" "$other"
ends "an erasure is asked for" 0 passerelle rights note --store r2 "$person" --kind effacement
ends "a request of last year" 0 passerelle rights note --store r2 "$person" --kind acces \
    --day 2020-01-31 --json
late="$(value out 'j["id"]')"
ends "is late" 3 passerelle rights list --store r2 --json
json "by its term" '[(r["kind"], r["dueOn"]) for r in j["requests"] if r["late"]]' \
    "[('acces', '2020-02-29')]"
ends "a refusal without a reason" 65 passerelle rights close --store r2 "$late" refusee
ends "the access file" 0 passerelle rights access --store r2 "$person" --output acces.json
is "holds what is known" "$(python3 -c 'import json
text = json.dumps(json.load(open("acces.json")), ensure_ascii=False)
print("Canaridroit" in text, "0639981122" in text, "Reste" in text)')" "True True False"
ends "is noted, without a name" 0 passerelle audit --store r2 --json
json "as an export" '[l["subject"].split()[0] for l in j["lines"] if l["deed"] == "export"]' "['acces']"
lacks "no name in the audit" out "${rights_canaries[0]}"
rm acces.json
ends "it is closed" 0 passerelle rights close --store r2 "$late" traitee
ends "nobody is inactive" 0 passerelle rights retention --store r2 --json
json "today" 'j["people"]' "[]"

# The erasure: the administrator orders, r3 has work of its own, everybody confirms.
meet r2 r1 r3
ends "another device orders" 77 passerelle rights erase --store r2 "$person" --confirm
one_line "another device orders" passerelle "administrator"
ends "without --confirm" 64 passerelle rights erase --store r1 "$person"
ends "r3 corrects the file" 0 passerelle tenant update --store r3 "$person" --email canari@example.org
ends "and ticks" 0 passerelle check-in --store r3 --walk-in "$meeting" "$person"
ends "the order" 0 passerelle rights erase --store r1 "$person" --confirm --json
json "is carried out here" '[(o["confirmed"], len(o["devices"])) for o in j["orders"]]' "[(1, 3)]"
meet r1 r2 r1
ends "the certificate" 0 passerelle rights certificate --store r1 --json
json "two of three" '[(d["station"], "doneAt" in d) for d in j["orders"][0]["devices"]]' \
    "[('poste 1', True), ('poste 2', True), ('poste 3', False)]"
meet r3 r1 r2 r3
ends "the certificate" 0 passerelle rights certificate --store r1 --json
json "three of three" 'j["orders"][0]["confirmed"]' 3
lacks "names nobody" out "${rights_canaries[0]}"
ends "r3 is told" 3 passerelle rights list --store r3 --seen --json
json "of two writes" '(j["refused"], [r["kind"] for r in j["requests"]])' "(2, ['opposition'])"
ends "once" 0 passerelle rights list --store r3 --json
for store in r1 r2 r3; do
    ends "$store finds nobody" 0 passerelle tenant find --store "$store" "${rights_canaries[0]}" --json
    json "at all" 'j["tenants"]' "[]"
    ends "$store is sound" 0 passerelle verify --store "$store"
done
ends "nothing is written to the file" 66 passerelle situation --store r1 "$person" --known aucune
printf 'Code locataire;Nom;Prénom;Date de naissance\nREF-CANARI;Canaridroit;Essai;04/05/1990\n' >extract.csv
ends "the next extract" 0 passerelle import --store r1 extract.csv --json
json "leaves them out" '(j["created"], j["erased"])' "(0, [2])"
rm extract.csv out err
for canary in "${rights_canaries[@]}"; do
    is "no byte of them is left" "$(grep -rlaF "$canary" r1 r2 r3 share || true)" ""
done
: >out
: >err
cat errors >>"$work/errors"
cd "$work"
