# What follows a meeting: duplicates, situations, partners, outcomes, a later extract, figures.

ends "somebody is added" 0 passerelle tenant add --store a --last-name "Émérence-Essai" \
    --first-name "Chloé" --birth-date 04/05/1990 --json
first="$(value out 'j["tenant"]["id"]')"
ends "the same without accents warns" 3 passerelle tenant add --store a \
    --last-name "EMERENCE ESSAI" --first-name Chloe --birth-date 04/05/1990 --json
second="$(value out 'j["tenant"]["id"]')"
json "the first file is named" 'len(j["duplicates"])' 1
ends "the pair is listed" 3 passerelle tenant duplicates --store a --json
json "once" 'j["count"]' 1
ends "the files are merged" 0 passerelle tenant merge --store a "$second" --keep "$first" --fill
ends "the merged file leads to the kept one" 0 passerelle tenant show --store a "$second" --json
json "by its identity" 'j["id"]' "$first"
ends "one person less" 0 passerelle status --store a --json
json "1,167 and one" 'j["tenants"]' 1168
ends "the merge is undone" 0 passerelle tenant unmerge --store a "$second"
ends "the merges are listed" 0 passerelle tenant merges --store a --json
json "undone, by whom" '[m["undoneBy"] for m in j["merges"]]' "['Nadia Essai']"
ends "they are two persons" 0 passerelle tenant duplicates --store a --distinct "$first" \
    "$second" --json
json "and are not listed again" 'j["count"]' 0

ends "known to nobody" 0 passerelle situation --store a "${people[0]}" --known aucune
ends "known to France Travail" 0 passerelle situation --store a "${people[1]}" --known oui \
    --institution FT
ends "found in the hall" 0 passerelle identify --store a "${people[0]}" --programme 400L \
    --channel hall --wish oui
ends "a partner" 0 passerelle refer partner --store a --kind ML --name "Mission Essai" --json
partner="$(value out 'j["id"]')"
ends "the partners" 0 passerelle refer partners --store a --json
json "are one" '[(p["kind"], p["name"]) for p in j["partners"]]' "[('ML', 'Mission Essai')]"
ends "a referral" 0 passerelle refer send --store a "${people[0]}" "$partner" \
    --programme 400L --json
referral="$(value out 'j["id"]')"
ends "is accepted" 0 passerelle refer answer --store a "$referral" acceptee
ends "and honoured" 0 passerelle refer honour --store a "$referral"
ends "an outcome" 0 passerelle outcome --store a "${people[1]}" --kind emploi_durable \
    --programme 400L --contract CDI
ends "offers of a stop" 0 passerelle event offers --store a "$stop" 4
ends "the events" 0 passerelle event list --store a --programme 400L --json
json "are two" '[e["kind"] for e in j["events"]]' "['rdv_emploi', 'rallye_emploi']"

ends "the figures of the programme" 0 passerelle indicators --store a --programme 400L --json
json "three came, one known to nobody" \
    '[(f["code"], f["count"]) for f in j["counts"] if f["code"] in ("participants", "unknown_to_institutions", "registered", "identified", "referrals", "referrals_accepted", "reconnected", "outcomes_durable")]' \
    "[('identified', 1), ('registered', 0), ('participants', 3), ('unknown_to_institutions', 1), ('reconnected', 1), ('referrals', 1), ('referrals_accepted', 1), ('outcomes_durable', 1)]"
json "every figure is defined" 'all(len(f["definition"]) > 20 for f in j["counts"] + j["rates"])' True
json "no rate without its two numbers" \
    '[(r["numerator"], r["denominator"]) for r in j["rates"] if r["code"] == "unknown"]' "[(1, 3)]"

edited="$(python3 "$probe" changed_phone "$fixtures/extrait-initial.csv" "$fixtures/extrait-tardif.csv")"
ends "the agent has a newer number" 0 passerelle tenant find --store a "$edited" --json
edited="$(value out 'j["tenants"][0]["id"]')"
ends "and writes it" 0 passerelle tenant update --store a "$edited" --phone "06 39 98 77 77"
ends "a later extract" 3 passerelle import --store a --json "$fixtures/extrait-tardif.csv"
json "in numbers" \
    '(j["rows"], j["created"], j["updated"], j["unchanged"], j["conflicts"], len(j["rejected"]), len(j["duplicatesInFile"]))' \
    "(1250, 58, 146, 1020, 1, 18, 7)"
ends "the agent’s number stays" 0 passerelle tenant show --store a "$edited" --json
json "as it was written" 'j["fields"]["phone"]' 0639987777
ends "the same extract again" 3 passerelle import --store a --json "$fixtures/extrait-tardif.csv"
json "changes nobody, the conflict stays open" \
    '(j["created"], j["updated"], j["openConflicts"])' "(0, 0, 1)"
ends "the inbox has the ERP’s line" 3 passerelle inbox --store a --json
line="$(value out 'j["erp"][0]["id"]')"
ends "the ERP was right" 0 passerelle inbox resolve --store a "$line" --keep other --why "appel"
ends "the inbox is empty again" 0 passerelle inbox --store a --json

ends "a worksite of the programme" 0 passerelle worksite add --store a --name "Chantier d’essai" \
    --framework npnru --programme 400L --start 2099-05-10 --hours 42000 --clause-permille 50 \
    --commune 59350 --rome F1704 --rome F1703 --rome F1606 --forecast 120 --json
worksite="$(value out 'j["id"]')"
ends "a trade that is in no list" 65 passerelle worksite add --store a --name X --framework npnru \
    --programme 400L --start 2099-05-10 --hours 42000 --clause-permille 50 --rome F9999
ends "an offer of it" 0 passerelle worksite offer --store a "$worksite" --title "Maçonnerie" \
    --rome F1703 --positions 15 --json
offer="$(value out 'j["id"]')"
ends "nobody is proposed who did not agree" 65 passerelle worksite match --store a \
    "${people[0]}" "$offer"
ends "somebody agrees" 0 passerelle worksite volunteer --store a "${people[0]}" "$worksite" \
    --agreed signature
ends "and is proposed" 0 passerelle worksite match --store a "${people[0]}" "$offer"
ends "and positioned" 0 passerelle worksite match --store a "${people[0]}" "$offer" \
    --status positionne
ends "hours are counted" 0 passerelle worksite hours --store a "$worksite" 640
ends "the volunteers are too few" 3 passerelle worksite list --store a --programme 400L --json
json "in numbers" \
    '[(w["clauseHours"], w["doneHours"], w["volunteers"], w["proposed"], w["positioned"], w["hired"], w["forecastHours"], w["short"]) for w in j["worksites"]]' \
    "[(2100, 640, 1, 1, 1, 0, 120, True)]"
ends "somebody withdraws" 0 passerelle worksite withdraw --store a "${people[0]}" "$worksite"

ends "the landlord’s own bilan" 0 passerelle bilan --store a --programme 400L --format json
json "is for internal use, of three participants" \
    '(j["use"], j["bilan"]["totals"]["fresh"]["counts"]["participants"], sum(p["persons"] for p in j["tables"]["sex"]) >= 3)' \
    "('internal', 3, True)"
json "with the hours of the worksite" \
    '[(s["numerator"], s["denominator"]) for s in j["bilan"]["shares"] if s["code"] == "insertion_hours"]' \
    "[(640, 2100)]"
for format in text html csv fods; do
    ends "the own bilan as $format" 0 passerelle bilan --store a --programme 400L \
        --format "$format" --output "own.$format"
    has "it says internal use" "own.$format" "Usage interne"
done
ends "a bilan of a day to come" 65 passerelle bilan --store a --programme 400L --at 2099-01-01
