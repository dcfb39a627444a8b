# Three landlords send statements with tables; each looks for its own in the hub's release.

mkdir up1 up2 up3
for place in 1 2 3; do
    ends "landlord R$place" 0 passerelle landlord create --store "r$place" --code "R$place" \
        --label "poste $place" --agent "Agent Essai" --json
    ends "its programme" 0 passerelle programme add --store "r$place" --code 400L \
        --name "400 locataires" --from "$yesterday" --to "$tomorrow"
    for person in 1 2 3; do
        ends "a tenant" 0 passerelle tenant add --store "r$place" --last-name "Essai$person" \
            --first-name "Camille" --birth-date "0$person/01/1990" --json
        spotted="$(value out 'j["tenant"]["id"]')"
        ends "is spotted" 0 passerelle identify --store "r$place" "$spotted" --programme 400L
    done
    ends "its log is left" 0 passerelle sync --store "r$place" --folder "up$place"
    ends "it is admitted" 0 hub admit --data releases --code "R$place" "up$place"/*.members --json
    release_key="$(value out 'j["hubKey"]')"
    ends "it knows the hub" 0 passerelle landlord hub --store "r$place" "$release_key"
    ends "its statement goes up" 0 passerelle statement --store "r$place" --programme 400L \
        --folder "up$place" --json
done
ends "the programme is declared" 0 hub declare --data releases --programme 400L \
    --name "400 locataires" --objective 9 --start "$yesterday" --end "$tomorrow" \
    --landlord R1=Un --landlord R2=Deux --landlord R3=Trois
ends "no release yet" 66 hub release --data releases --programme 400L
has "is said by name" err "no release yet"
look() { passerelle statement verify --store "$1" --release "$2" --json; }
night() {
    hub reconcile --data releases --drop up1 --drop up2 --drop up3 --day "$1" --again --json
}
ends "the night" 0 night "$today"
json "makes a release" '[r["number"] for r in j["report"]["releases"]]' "[1]"
ends "it is given" 0 hub release --data releases --programme 400L --output release-1.json --json
json "of three landlords" '(j["number"], j["landlords"])' "(1, ['R1', 'R2', 'R3'])"
for place in 1 2 3; do
    ends "R$place finds its own" 0 look "r$place" release-1.json
    json "and nothing against it" '(j["release"], j["isSound"])' "(1, True)"
done

# The hub never gets the second statement of R3, which was sent before the next night.
ends "another tenant" 0 passerelle tenant add --store r3 --last-name Essai4 \
    --first-name Camille --birth-date 04/01/1990 --json
ends "is spotted" 0 passerelle identify --store r3 "$(value out 'j["tenant"]["id"]')" --programme 400L
mkdir lost
ends "a statement that is lost" 0 passerelle statement --store r3 --programme 400L --folder lost
night "$tomorrow" >out 2>err || true
ends "the next release" 0 hub release --data releases --programme 400L --output release-2.json --json
json "is the second" 'j["number"]' 2
ends "R1 finds its own" 0 look r1 release-2.json
ends "R3 is told" 3 look r3 release-2.json
json "that it was left behind" '["later-was-sent" in f for f in j["findings"]]' "[True]"
ends "an older release" 3 look r1 release-1.json
json "is known as one" '["older-than-seen" in f for f in j["findings"]]' "[True]"

# What a hub could try with the file.
change() {
    python3 - "$1" "$2" "$3" <<'CODE'
import json, sys
source, target, how = sys.argv[1:]
page = json.load(open(source))
exec(how)
json.dump(page, open(target, "w"), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
CODE
}
change release-2.json same.json "pass"
ends "written once more it is the same" 0 look r1 same.json
change release-2.json fewer.json 'page["headline"]["identified"] -= 1'
ends "an altered headline" 3 look r1 fewer.json
json "is found" '["[headline]" in f for f in j["findings"]]' "[True]"
change release-2.json without.json \
    'm = page["manifests"][-1]["manifest"]; m["sources"] = [s for s in m["sources"] if s["landlord"] != "R1"]'
ends "a manifest without R1" 3 look r1 without.json
json "is not signed, and leaves it out" \
    'sorted(f.split("[")[-1] for f in j["findings"])' "['forked]', 'left-out]', 'signature]']"
change release-2.json forged.json 'page["policy"]["threshold"] = "5"'
ends "what is no release" 65 look r1 forged.json
has "is refused by name" err "canonical form"
lacks "nobody’s name is in a release" release-2.json Camille
