# The same two laptops meet over HTTP, at a hub of this machine.

ends "the landlord is admitted" 0 hub admit --data relay usb/*.members --json
json "for the first time" 'j["isNew"]' True
hub_key="$(value out 'j["hubKey"]')"
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
serve() {
    "$bin/passerelle-hub" serve --data "${1:-relay}" --listen "127.0.0.1:$port" >>served 2>&1 &
    serving=$!
    python3 - "$port" <<'END'
import sys, time, urllib.request
for _ in range(200):
    try:
        sys.exit(0 if urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/health").status == 200 else 1)
    except OSError:
        time.sleep(0.05)
sys.exit("the hub never answered")
END
}
serve
url="http://127.0.0.1:$port"
ends "a hub unknown here" 77 passerelle sync --store a --hub "$url"
has "asks for its key" err "hub-key-missing"
ends "in clear over a network" 65 passerelle sync --store a --hub http://hub.example --hub-key "$hub_key"
ends "two roads at once" 64 passerelle sync --store a --hub "$url" --folder usb
for store in a b; do
    ends "the first meeting: $store" 0 passerelle sync --store "$store" --hub "$url" --hub-key "$hub_key"
done
ends "a write" 0 passerelle tenant update --store a "${people[3]}" --phone "06 39 98 33 33"
ends "goes up" 0 passerelle sync --store a --hub "$url" --json
json "as one" 'j["sent"] > 0' True
kill -9 "$serving"
wait "$serving" 2>/dev/null || true
ends "without a hub" 69 passerelle sync --store b --hub "$url"
has "it is said plainly" err "hub-unreachable"
serve
ends "after the kill" 0 passerelle sync --store b --hub "$url" --json
json "what was acknowledged comes" 'j["applied"] > 0' True
ends "an idle one" 0 passerelle sync --store b --hub "$url" --json
json "says nothing" '(j["applied"], j["sent"])' "(0, 0)"
lacks "no name lies at the hub" relay/landlords/*.sqlite "Essai"
# The operator's orders, beside the server.
ends "a landlord gets its code while the hub serves" 0 hub admit --data relay --code B4 usb/*.members --json
json "it was here" 'j["isNew"]' False
ends "a night beside the server" 0 hub reconcile --data relay --drop usb --json
json "it is new" '(j["isNew"], j["report"]["landlords"][0]["code"])' "(True, 'B4')"
ends "the same night again" 0 hub reconcile --data relay --drop usb --json
json "changes nothing" 'j["isNew"]' False
ends "its report" 0 hub report --data relay --output report.json
has "is signed" report.json.sig "$(head -c 8 report.json.sig)"
ends "a copy beside the server" 0 hub backup --data relay --to copy --json
json "of every store" 'j["files"]' 4
hub_refused "over a copy" 73 "exists already" backup --data relay --to copy
ends "all is sound" 0 hub verify --data relay --json
json "nothing is found" 'j["findings"]' "[]"
ends "a write after the copy" 0 passerelle tenant update --store b "${people[3]}" --phone "06 39 98 44 44"
ends "goes up" 0 passerelle sync --store b --hub "$url" --json
json "as one" 'j["sent"] > 0' True
kill -9 "$serving"
wait "$serving" 2>/dev/null || true
hub_refused "over what stands" 73 "exists already" restore --data relay --from copy
mv relay relay.lost
ends "the hub is made from its copy" 0 hub restore --data relay --from copy --json
json "of every store" 'j["files"]' 4
serve
ends "the laptop that had written" 0 passerelle sync --store b --hub "$url" --json
json "offers again what the copy missed" 'j["sent"] > 0' True
ends "the colleague" 0 passerelle sync --store a --hub "$url" --json
json "gets it" 'j["applied"] > 0' True
ends "back to the folder" 0 passerelle sync --store a --folder usb
ends "and the other" 0 passerelle sync --store b --folder usb
kill -TERM "$serving"
wait "$serving"
pass
serving=""
