# The counts go up; the hub merges them and writes the bilan.

mkdir statements detailed
ends "a statement with tables is left" 0 passerelle statement --store a --programme 400L \
    --folder detailed --landlord-name "Habitat Essai" --json
json "with its schema and how many tables" '(j["schema"], j["tables"] > 50)' "(2, True)"
statement="detailed/$(value out 'j["file"]')"
has "it holds tables" "$statement" territory-persons
lacks "nobody’s telephone number" "$statement" 06399
lacks "and no tenant’s identity" "$statement" "${people[0]}"
ends "the plain statement is left" 0 passerelle statement --store a --programme 400L \
    --folder statements --landlord-name "Habitat Essai" --plain --json
json "without tables" '(j["schema"], j["tables"])' "(1, 0)"
json "of this landlord" '(j["landlord"], j["programme"])' "('B4', '400L')"
statement="statements/$(value out 'j["file"]')"
has "it holds counts" "$statement" participants
lacks "and nobody’s name" "$statement" "Essai\",\"first"
lacks "no telephone number" "$statement" 06399
lacks "no tenant’s identity" "$statement" "${people[0]}"

ends "the programme is declared" 0 hub declare --data region --programme 400L \
    --name "400 locataires" --objective 400 --start "$yesterday" --end "$tomorrow" \
    --landlord "B4=Habitat Essai" --landlord "B5=Logis Essai" --json
json "with its landlords" 'j["landlords"]' 2
ends "a landlord unknown" 3 hub reconcile --data region --drop statements --day "$today" --json
json "is refused" '[r["reason"] for r in j["report"]["roads"][0]["refused"]]' \
    "['no admitted landlord has it [not-found]']"
ends "the landlord is admitted" 0 hub admit --data region --code B4 usb/*.members
night() { hub reconcile --data region --drop "$1" --day "$today" --again --json; }
ends "the statements are merged" 3 night statements
json "one is new, one landlord is silent" \
    '(lambda s: (s["accepted"], s["refused"]))(j["report"]["statements"])' "(1, [])"
json "the other one is silent" '[s["landlord"] for s in j["report"]["silent"]]' "['B5']"
ends "the bilan" 0 hub bilan --data region --programme 400L --day "$today" --format json
cp out bilan.json
ends "the same again" 3 night statements
json "takes nothing in twice" \
    '(lambda s: (s["accepted"], s["refused"]))(j["report"]["statements"])' "(1, [])"
ends "the bilan after it" 0 hub bilan --data region --programme 400L --day "$today" --format json
is "is the same, byte for byte" "$(cmp out bilan.json && echo same)" same
ends "the hub’s status" 0 hub status --data region --day "$today" --json
json "who is up to date" '[(l["landlord"], l.get("ageDays")) for l in j["programmes"][0]["landlords"]]' \
    "[('B4', 0), ('B5', None)]"

ends "JSON is JSON" 0 python3 -m json.tool bilan.json
json "the same figures as the landlord’s" \
    '[j["totals"]["fresh"]["counts"][c] for c in ("registered", "participants", "unknown_to_institutions", "referrals")]' \
    "[0, 3, 1, 1]"
ends "as text" 0 hub bilan --data region --programme 400L --day "$today"
has "who is silent is said" out "B5 (Logis Essai)"
is "rates have their numbers" "$(grep -c "(1.*/.*3)" out || true)" 2
ends "as a table" 0 hub bilan --data region --programme 400L --day "$today" --format csv
is "the table has nine columns in every line" \
    "$(python3 -c "import csv, sys
print({len(row) for row in csv.reader(open('out', encoding='utf-8-sig', newline=''), delimiter=';')})")" "{9}"
ends "as a page, in a file" 0 hub bilan --data region --programme 400L --day "$today" \
    --format html --output bilan.html
has "the page is a page" bilan.html "<!DOCTYPE html>"
has "it names the programme" bilan.html "400 locataires"
lacks "it runs nothing" bilan.html "<script"
lacks "it fetches nothing" bilan.html "http://"
lacks "it fetches nothing securely either" bilan.html "https://"
ends "once more" 0 hub bilan --data region --programme 400L --day "$today" --format html
is "the page is the same, byte for byte" "$(cmp out bilan.html && echo same)" same

ends "as a flat sheet" 0 hub bilan --data region --programme 400L --at "$today" --format fods
has "its figures are numbers" out 'office:value-type="float" office:value="3"'
cp out bilan.fods
ends "once more" 0 hub bilan --data region --programme 400L --at "$today" --format fods
is "the sheet is the same, byte for byte" "$(cmp out bilan.fods && echo same)" same
ends "the answer to a call" 0 hub bilan --data region --programme 400L --appel
has "it says what is left to write" out "À compléter"
ends "as a text to go on with" 0 hub bilan --data region --programme 400L --appel --format fodt
has "it is an OpenDocument text" out "opendocument.text"
ends "two bilans side by side" 0 hub bilan --data region --programme 400L --compare 400L \
    --compare-at "$yesterday"
has "with their definitions" out "Dénominateur"
hub_refused "a comparison as a table" 64 "html, pdf or fodt" bilan --data region \
    --programme 400L --compare 400L --format csv
ends "no program that prints" 69 env PATH=/nowhere "$bin/passerelle-hub" bilan --data region \
    --programme 400L --format pdf
has "what to install is said" err "apt-get install weasyprint"
# Days begin earlier in France than at the hub: what is frozen is the hub's own day.
closed="$(date -u +%F)"
ends "a bilan of the hub's day" 0 hub bilan --data region --programme 400L --at "$closed" --format json
cp out closed.json
ends "is frozen" 0 hub bilan --data region --programme 400L --at "$closed" --freeze --json
json "with its hash" '(j["isNew"], len(j["sha256"]))' "(True, 64)"
ends "once more" 0 hub bilan --data region --programme 400L --at "$closed" --freeze --json
json "it stays" 'j["isNew"]' False
ends "the frozen bilan" 0 hub bilan --data region --programme 400L --at "$closed" --format json
is "is the one that was kept" "$(cmp out closed.json && echo same)" same
hub_refused "a day to come" 65 "not over yet" bilan --data region --programme 400L \
    --at "$tomorrow" --freeze

ends "an account" 0 hub account add --data region a.essai --draw --json
json "its password is shown once" 'len(j["password"].split()), j["accounts"]' \
    "(6, [{'name': 'a.essai', 'role': 'viewer'}])"
ends "another role" 0 hub account role --data region a.essai publisher
has "is taken" out "publisher"
echo court >short
hub_refused "a short password" 65 "password-short" account password --data region a.essai \
    --password-file short
hub_refused "an unknown account" 66 "account-unknown" account remove --data region b.essai
hub_refused "a name with capitals" 65 "account-name" account add --data region A.Essai --draw
ends "access is taken away" 0 hub account remove --data region a.essai
is "nobody is left" "$(cat out)" "No account."

hub_refused "a hub that is missing" 66 "does not exist" status --data nowhere
hub_refused "a folder that is missing" 66 "no folder" reconcile --data region --drop nowhere --again
hub_refused "an unknown programme" 66 "not declared" bilan --data region --programme AUTRE
hub_refused "no day" 64 "is no day" bilan --data region --programme 400L --day 2026-13-01
hub_refused "an unknown format" 64 "--format" bilan --data region --programme 400L --format docx
hub_refused "a bad code" 65 "programme code" declare --data region --programme "4 L" --name x \
    --objective 4 --start "$today" --end "$tomorrow" --landlord B4=x
hub_refused "no argument" 64 "--programme" declare --data region
mkdir torn
python3 "$probe" damaged "$statement" "torn/$(basename "$statement")" flip
ends "an altered statement" 3 night torn
json "is refused by name" \
    '(j["report"]["statements"]["accepted"], len(j["report"]["roads"][0]["refused"]))' "(1, 1)"
ends "and the bilan" 0 hub bilan --data region --programme 400L --day "$today" --live --format json
is "stays as it was" "$(cmp out bilan.json && echo same)" same
