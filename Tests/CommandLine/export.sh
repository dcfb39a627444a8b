# The landlord's own files: one line a person, one line a person and event.

ends "an export without a purpose" 64 passerelle export persons --store a --out persons.csv
refused "an export for nothing that is known" 65 "no purpose" \
    passerelle export persons --store a --purpose curiosite --out persons.csv
refused "an export of a programme that nobody declared" 66 "no programme" \
    passerelle export persons --store a --purpose suivi --programme INCONNU --out persons.csv
is "no file is left of a refusal" "$(ls persons.csv 2>/dev/null || true)" ""
ends "everybody" 0 passerelle export persons --store a --purpose suivi --out persons.csv --json
is "as many lines as it says" "$(($(wc -l <persons.csv) - 1))" "$(value out 'j["lines"]')"
is "with the mark of UTF-8" "$(head -c 3 persons.csv | od -An -tx1 | tr -d ' ')" "efbbbf"
is "a file of its owner's alone" "$(stat -c %a persons.csv)" 600
ends "who came to what" 0 passerelle export participations --store a --purpose bilan \
    --programme 400L --out lists.csv --json
is "as many lines as it says" "$(($(wc -l <lists.csv) - 1))" "$(value out 'j["lines"]')"
ends "the audit" 0 passerelle audit --store a --json
json "notes what for" \
    '[l["subject"].split()[0] for l in j["lines"] if l["deed"] == "export"][-2:]' \
    "['personnes/suivi', 'participations/bilan']"
