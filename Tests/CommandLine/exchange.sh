# Two laptops work apart in the same hall, then meet over a folder.

mkdir usb
ends "the first laptop leaves its bundle" 0 passerelle sync --store a --folder usb --json
json "it had nothing to read" '(j["applied"], j["refused"])' "(0, [])"
ends "the second reads it" 0 passerelle sync --store b --folder usb --json
json "it takes all in" '(j["applied"] > 0, j["held"], j["missing"])' "(True, 0, [])"
ends "the list at the second laptop" 0 passerelle event show --store b "$rally" --json
json "four are registered" 'len(j["people"])' 4

ends "signed, at the second" 0 passerelle check-in --store b "$meeting" "${people[0]}" --signed
ends "seen, at the second" 0 passerelle check-in --store b "$meeting" "${people[1]}"
ends "not seen, at the first" 0 passerelle check-in --store a "$meeting" "${people[1]}" \
    --status noshow
ends "somebody who was not registered" 0 passerelle check-in --store b "$meeting" \
    "${people[5]}" --walk-in
ends "a mark by mistake" 0 passerelle check-in --store b "$meeting" "${people[4]}" --walk-in
ends "is taken back" 0 passerelle check-in --store b "$meeting" "${people[4]}" --undo
ends "the first laptop closes the list" 0 passerelle event close --store a "$meeting" --json
json "it notes two absent, not the one it marked" 'j["notedAbsent"]' 2
ends "a number at the first" 0 passerelle tenant update --store a "${people[2]}" \
    --phone "06 39 98 11 11"
ends "another at the second" 0 passerelle tenant update --store b "${people[2]}" \
    --phone "06.39.98.22.22"

for store in a b a b; do
    ends "they meet: $store" 0 passerelle sync --store "$store" --folder usb --json
done
json "nothing is left to exchange" '(j["applied"], j["sent"])' "(0, 0)"
ends "who the others are" 0 passerelle replica peers --store a --json
json "the one other laptop, caught up" \
    '[(p["label"], p["lacks"], p["isAside"], len(p["heardOn"])) for p in j["peers"]]' \
    "[('tablette hall', 0, False, 10)]"
tablet="$(value out 'j["peers"][0]["replica"][:8]')"
shared=(tenant event event_stop registration attendance programme)
same() {
    is "$1" "$(python3 "$probe" dump a/replica.sqlite "${shared[@]}" | cut -d' ' -f1,2)" \
        "$(python3 "$probe" dump b/replica.sqlite "${shared[@]}" | cut -d' ' -f1,2)"
    passerelle event show --store a "$meeting" --json >first
    passerelle event show --store b "$meeting" --json >second
    is "$1: one list" "$(cat first)" "$(cat second)"
    passerelle tenant show --store a "${people[2]}" --json >first
    passerelle tenant show --store b "${people[2]}" --json >second
    is "$1: one file" "$(cat first)" "$(cat second)"
}
same "both laptops show the same"

ends "the inbox asks for somebody" 3 passerelle inbox --store a --json
json "two lines to decide" 'sorted((l["id"].split("/")[0], l["id"].split("/")[2]) for l in j["open"])' \
    "[('attendance', 'mark'), ('tenant', 'phone')]"
json "both numbers are kept" \
    'sorted(v["value"] for l in j["open"] if "phone" in l["id"] for v in [l["shown"], *l["others"]])' \
    "['0639981111', '0639982222']"
json "a signature settles against a closing" \
    '[(l["shown"]["value"], [o["value"] for o in l["others"]]) for l in j["settled"]]' \
    "[('seen/signed', ['noshow/closing'])]"
mark="$(value out '[l["id"] for l in j["open"] if "mark" in l["id"]][0]')"
number="$(value out '[l["id"] for l in j["open"] if "phone" in l["id"]][0]')"
seen="$(value out '[("shown" if l["shown"]["value"] == "seen/typed" else "other") for l in j["open"] if "mark" in l["id"]][0]')"
ends "the list before the decision" 0 passerelle event show --store a "$meeting" --json
json "one is to clarify, never seen nor absent" \
    'sorted(p["status"] for p in j["people"])' "['noshow', 'seen', 'seen', 'to_clarify']"
ends "the figures before the decision" 0 passerelle indicators --store a --event "$meeting" --json
json "two participants, one to clarify" \
    '[f["count"] for f in j["counts"] if f["code"] == "participants"]' "[2]"

refused "a value that is no telephone number" 65 "telephone number" \
    passerelle inbox resolve --store a "$number" --keep 31/02/1980 --why "essai"
ends "the mark is decided" 0 passerelle inbox resolve --store a "$mark" --keep "$seen" \
    --why "vue à l’accueil"
ends "the number is decided" 0 passerelle inbox resolve --store a "$number" \
    --keep "06 39 98 33 33" --why "rappelée"
ends "the inbox is empty" 0 passerelle inbox list --store a --json
ends "the file shows it as the import would" 0 passerelle tenant show --store a "${people[2]}" --json
json "the number in one form" 'j["fields"]["phone"]' 0639983333
for store in a b; do
    ends "they meet again: $store" 0 passerelle sync --store "$store" --folder usb
done
ends "the decision is known at the second laptop" 0 passerelle inbox --store b --json
json "nothing to decide there" '(j["open"], j["erp"], j["duplicates"])' "([], [], [])"
same "both laptops show the decision"
