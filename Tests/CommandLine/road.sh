# The same two laptops meet over HTTP, at a hub of this machine.

ends "the landlord is admitted" 0 hub admit --data relay usb/*.members --json
json "for the first time" 'j["isNew"]' True
hub_key="$(value out 'j["hubKey"]')"
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
serve() {
    "$bin/passerelle-hub" serve --data relay --listen "127.0.0.1:$port" >>served 2>&1 &
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
ends "back to the folder" 0 passerelle sync --store a --folder usb
ends "and the other" 0 passerelle sync --store b --folder usb
kill -TERM "$serving"
wait "$serving"
pass
serving=""
