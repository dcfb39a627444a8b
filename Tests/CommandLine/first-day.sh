# A landlord begins: a store, the ERP's extract, a second laptop, a programme, two events.

ends "a landlord is created" 0 passerelle landlord create --store a --code B4 \
    --label "poste accueil" --agent "Nadia Essai" --json
json "the landlord is named" 'j["landlord"]' B4
is "a store is its owner's alone" "$(stat -c %a a a/replica.sqlite | xargs)" "700 600"

before="$(state a)"
ends "a dry run" 0 passerelle import --store a --dry-run --json "$fixtures/extrait-initial.csv"
json "a dry run says what would be created" '(j["dryRun"], j["created"])' "(True, 1167)"
is "a dry run changes nothing" "$(state a)" "$before"

ends "the first import" 0 passerelle import --store a --json "$fixtures/extrait-initial.csv"
json "the first import, in numbers" \
    '(j["rows"], j["created"], j["updated"], j["rejected"], j["encoding"])' \
    "(1167, 1167, 0, [], 'windows1252')"
before="$(state a)"
ends "the same import again" 0 passerelle import --store a --json "$fixtures/extrait-initial.csv"
json "the same import changes nobody" \
    '(j["created"], j["updated"], j["unchanged"])' "(0, 0, 1167)"

ends "a second laptop" 0 passerelle replica create --store b --from a \
    --label "tablette hall" --agent "Karim Essai" --json
json "it is of the same landlord" 'j["landlord"]' B4
ends "its status" 0 passerelle status --store b --json
json "it knows everybody" '(j["tenants"], j["conflicts"], j["heldChanges"])' "(1167, 0, 0)"
json "it knows both laptops" 'sorted(r["label"] for r in j["replicas"])' \
    "['poste accueil', 'tablette hall']"
is "both hold the same people" "$(python3 "$probe" dump b/replica.sqlite tenant | cut -d' ' -f2)" 1167

ends "the day, as the store has it" 0 passerelle indicators --store a --json
today="$(value out 'j["asOf"]')"
tomorrow="$(python3 -c "import datetime as d, sys
print(d.date.fromisoformat(sys.argv[1]) + d.timedelta(1))" "$today")"
yesterday="$(python3 -c "import datetime as d, sys
print(d.date.fromisoformat(sys.argv[1]) - d.timedelta(1))" "$today")"

ends "a programme" 0 passerelle programme add --store a --code 400L --name "400 locataires" \
    --objective 400 --from "$yesterday" --to "$tomorrow" --json
json "the programme" '[(p["code"], p["objective"]) for p in j["programmes"]]' "[('400L', 400)]"
ends "an event today" 0 passerelle event add --store a --kind rdv_emploi \
    --name "RDV de l’emploi" --day "$today" --programme 400L --place "hall C" --json
meeting="$(value out 'j["event"]["id"]')"
ends "an event tomorrow" 0 passerelle event add --store a --kind rallye_emploi \
    --name "Rallye" --day "$tomorrow" --programme 400L --stop "Scierie Essai/1" \
    --stop "Boulangerie Essai/2" --json
json "its stops, in order" '[(s["rank"], s["host"], s["team"]) for s in j["stops"]]' \
    "[(1, 'Scierie Essai', '1'), (2, 'Boulangerie Essai', '2')]"
rally="$(value out 'j["event"]["id"]')"
stop="$(value out 'j["stops"][0]["id"]')"

ends "people are found by the start of a name" 0 passerelle tenant find --store a ca \
    --limit 6 --json
json "as many as asked for" 'len(j["tenants"])' 6
people=($(value out '" ".join(t["id"] for t in j["tenants"])'))
phone="$(value out '[t["fields"].get("phone", "") for t in j["tenants"]][2]')"
for person in "${people[@]:0:3}"; do
    ends "a registration for today" 0 passerelle register --store a "$meeting" "$person"
done
for person in "${people[@]:0:4}"; do
    ends "a registration for tomorrow" 0 passerelle register --store a "${rally:0:18}" \
        "${person:0:8}"
done
