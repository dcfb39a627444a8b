# The region's policy and a period's key over HTTP, persons counted once, a file handed over.

mkdir "$work/persons"
cd "$work/persons"
: >errors
declare -A door words

hub_refused "no hub yet" 66 "does not exist" policy show --data region
for code in P1 P2; do
    ends "landlord $code" 0 passerelle landlord create --store "$code" --code "$code" --json
    mkdir "drop-$code"
    ends "$code leaves its log" 0 passerelle sync --store "$code" --folder "drop-$code"
    ends "$code is admitted" 0 hub admit --data region --code "$code" "drop-$code"/*.members --json
    hub_key="$(value out 'j["hubKey"]')"
done
ends "a programme of both" 0 hub declare --data region --programme 400P --name "400 personnes" \
    --objective 400 --start "$yesterday" --end "$tomorrow" --landlord P1=Un --landlord P2=Deux
ends "the usual policy" 0 hub policy show --data region --json
json "is nobody’s" '(j.get("number"), j["threshold"], j["tokenLandlords"])' "(None, 11, [])"
ends "in the form that is set" 0 hub policy show --data region --plain
edit() {
    python3 -c 'import json, sys
policy = json.load(open("out"))
policy.update(json.loads(sys.argv[1]))
json.dump(policy, open(sys.argv[2], "w"), indent=2)' "$1" "$2"
}
edit '{"threshold": 4}' low.json
edit '{"threshold": 12, "token_landlords": ["P1", "P2"], "period": "2026", "key_maker": "P1"}' policy.json
edit '{"k": 12}' unknown.json
hub_refused "a policy under the bound" 65 "'threshold' is 4" policy set --data region low.json
hub_refused "a member that nobody knows" 65 "does not know" policy set --data region unknown.json
hub_refused "no file" 64 "cannot be read" policy set --data region nowhere.json

port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
serve region
url="http://127.0.0.1:$port"
ends "a policy is set beside the server" 0 hub policy set --data region policy.json --json
json "it is the first" '(j["number"], j["isNew"])' "(1, True)"
ends "once more" 0 hub policy set --data region policy.json --json
json "it says this already" '(j["number"], j["isNew"])' "(1, False)"
for code in P1 P2; do
    ends "$code meets the hub" 0 passerelle sync --store "$code" --hub "$url" --hub-key "$hub_key"
    ends "$code hears of the region" 0 passerelle sync --store "$code" --hub "$url" --json
    json "its policy came" '["no block under 12 persons" in n for n in j["news"]]' "[True]"
    ends "$code knows its words" 0 passerelle period-key list --store "$code" --json
    json "and whose it lacks" '(j["period"], j["keyMaker"], j["isHere"], j["landlords"][0]["isCompared"])' \
        "('2026', 'P1', False, False)"
    words[$code]="$(value out 'j["words"]')"
done
is "the hub passed on the right words" "$(value out 'j["landlords"][0]["words"]')" "${words[P1]}"

one() {
    local name="$1" code="$2" text="$3"
    shift 3
    ends "$name" "$code" "$@"
    one_line "$name" passerelle "$text"
}
one "another than the maker" 65 "other-maker" passerelle period-key make --store P2 2026
one "another period" 65 "other-period" passerelle period-key make --store P1 2027
ends "the key is made" 3 passerelle period-key make --store P1 2026 --json
json "and sealed to nobody yet" '(j["isNew"], j["sealed"], j["waiting"])' "(True, [], ['P2'])"
one "words that somebody heard wrong" 65 "code-mismatch" \
    passerelle period-key compare --store P1 P2 --words "un deux trois quatre cinq six"
ends "the right words" 0 passerelle period-key compare --store P1 P2 --words "${words[P2]}"
ends "the key is sealed" 0 passerelle period-key make --store P1 2026 --json
json "to the other" '(j["isNew"], j["sealed"], j["waiting"])' "(False, ['P2'], [])"
ends "it goes up" 0 passerelle sync --store P1 --hub "$url"
persons_night() { ends "$1" "${2:-0}" hub reconcile --data region --day "$today" --again --json; }
persons_night "a night" 3
ends "it comes to who compared no words" 3 passerelle sync --store P2 --hub "$url" --json
json "and is not taken" '[(r["file"], "not-compared" in r["reason"]) for r in j["refused"]]' \
    "[('period-key', True)]"
ends "P2 compares" 0 passerelle period-key compare --store P2 P1 --words "${words[P1]}"
ends "then it is taken" 0 passerelle sync --store P2 --hub "$url" --json
json "once" 'j["news"]' "['The key of the period 2026 came.']"
ends "the next one" 0 passerelle sync --store P2 --hub "$url" --json
json "brings nothing" 'j["news"]' "[]"

for code in P1 P2; do
    ends "the person at $code" 0 passerelle tenant add --store "$code" --last-name "Essai Lefèvre" \
        --first-name Camille --birth-date 29/02/1984 --phone "06 39 98 00 0${code#P}" --json
    door[$code]="$(value out 'j["tenant"]["id"]')"
    ends "an event at $code" 0 passerelle event add --store "$code" --kind rdv_emploi --name RDV \
        --day "$today" --programme 400P --json
    ends "who came" 0 passerelle check-in --store "$code" --walk-in "$(value out 'j["event"]["id"]')" \
        "${door[$code]}"
done
send() {
    ends "$1" 0 passerelle statement --store "$2" --programme 400P --hub "$url" --json
    json "$1: tokens" 'j.get("tokensOf")' "$3"
}
one "a threshold under the region’s" 65 "low-threshold" passerelle statement --store P1 \
    --programme 400P --hub "$url" --threshold 11
send "a statement of who allows nothing" P1 None
sleep 1
ends "P1 allows tokens" 0 passerelle landlord tokens on --store P1
send "a statement with tokens" P1 2026
json "the region’s threshold" 'j["threshold"]' 12
send "one without" P2 None
persons_night "a night with tokens of one"
counted() {
    ends "$1" 0 hub bilan --data region --programme 400P --day "$today" --format json
    json "$1: what is counted" 'j["persons"]["participants"]' "$2"
}
counted "not everybody’s tokens" \
    "{'because': 'no_tokens', 'count': 2, 'kind': 'landlord_persons', 'landlord': 'P2'}"
ends "as text" 0 hub bilan --data region --programme 400P --day "$today"
has "it says so" out "personnes-bailleur (le bailleur P2"
sleep 1
ends "P2 allows tokens" 0 passerelle landlord tokens on --store P2
send "its statement with tokens" P2 2026
persons_night "a night with everybody’s tokens"
counted "everybody’s tokens" "{'count': 1, 'kind': 'distinct'}"
ends "as text" 0 hub bilan --data region --programme 400P --day "$today"
has "it says so" out "personne distincte (appariement exact)"
lacks "and not the sum beside it" out "personnes-bailleur ("
ends "all is sound" 0 hub verify --data region

ends "a consent" 0 passerelle transfer consent --store P1 "${door[P1]}" --to P2 --on "$today" \
    --mode oral --json
transfer="$(value out 'j["transfers"][0]["id"]')"
ends "a pack" 0 passerelle transfer send --store P1 "$transfer" --output pack.letter
lacks "tells nobody’s name" pack.letter Essai
lacks "nor a day of birth" pack.letter 1984
one "the file is read only then" 65 "transferred" passerelle tenant update --store P1 "${door[P1]}" \
    --phone "06 39 98 00 09"
one "a pack that P1 sealed to another" 65 "not-compared" passerelle transfer accept --store P2 \
    pack.letter --from P3
ends "it is accepted, beside a file that looks alike" 3 passerelle transfer accept --store P2 \
    pack.letter --from P1 --json
json "with the phone that P1 knew" 'j["tenant"]["fields"]["phone"]' 0639980001
one "once" 65 "reused" passerelle transfer accept --store P2 pack.letter --from P1
kill -TERM "$serving"
wait "$serving"
serving=""
cat errors >>"$work/errors"
cd "$work"
