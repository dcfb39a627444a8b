#!/usr/bin/env bash
# The API by curl, against a hub of its own on the loopback, with an invented landlord: prints what is asked and
# what is answered. A part of Tests/Hub/run; signatures are made by wire.py, which knows only the pages.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
hub="${PASSERELLE_HUB_BIN:?names the command passerelle-hub}"
work="$(mktemp -d)"
serving=""
clean() {
    if [ -n "$serving" ]; then kill -9 "$serving" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap clean EXIT
cd "$work"

wire() { PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$here" python3 -c "$@"; }
wire '
import wire
landlord = wire.Landlord(2, 1)
open("b.members", "wb").write(landlord.log)
open("bundle", "wb").write(landlord.bundle(landlord.devices[0], 3_000))
print(landlord.id)' >landlord
stem="/v1/landlords/$(cat landlord)"
echo "\$ passerelle-hub admit --data data b.members"
"$hub" admit --data data b.members
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
"$hub" serve --data data --listen "127.0.0.1:$port" 2>served &
serving=$!
for _ in $(seq 200); do
    if curl -s "http://127.0.0.1:$port/health" >/dev/null; then break; fi
    sleep 0.05
done

# tell METHOD TARGET [CURL OPTION...]: asks, and prints what came; hexadecimal in place of bytes.
tell() {
    local method="$1" target="$2"
    shift 2
    echo
    echo "\$ curl -X $method https://HUB$target $*"
    if [ "$method" = HEAD ]; then set -- -I "$@"; else set -- -X "$method" "$@"; fi
    curl -sS -D head -o body --max-time 10 "$@" "http://127.0.0.1:$port$target"
    tr -d '\r' <head | grep -iE '^(HTTP|content-type|content-range|upload-offset|passerelle-nonce|signature-input)' || true
    if grep -qi '^content-type: application/octet' head; then
        echo "($(wc -c <body) bytes, SHA-256 $(sha256sum body | cut -c1-16)...)"
    elif [ "$method" != HEAD ] && [ -s body ]; then
        head -c 400 body
        echo
    fi
}

# signed METHOD TARGET [FILE] [CURL OPTION...]: the same with the three fields of the device.
signed() {
    local method="$1" target="$2" file="${3:-}"
    shift "$(($# > 2 ? 3 : 2))"
    curl -sS -X POST "http://127.0.0.1:$port/v1/nonces" >nonce
    wire '
import json, sys, wire
method, target, file = sys.argv[1:4]
device = wire.Landlord(2, 1).devices[0]
body = open(file, "rb").read() if file else b""
fields = wire.signed_fields(device, method, target, body, json.load(open("nonce"))["nonce"])
if body:
    fields["Content-Type"] = "application/octet-stream"
open("signed", "w").writelines(f"{key}: {value}\n" for key, value in fields.items())' "$method" "$target" "$file"
    if [ -n "$file" ]; then set -- --data-binary "@$file" "$@"; fi
    tell "$method" "$target" -H "@signed" "$@"
}

hash="$(sha256sum bundle | cut -d' ' -f1)"
echo -n "$hash" >hash
tell GET /health
tell POST /v1/nonces
tell GET "$stem/bundles?since=0"
signed GET "$stem/bundles?since=0"
echo
echo "The three fields of that request:"
cat signed
signed PUT "$stem/bundles/$hash" bundle
echo
echo "The same once more, with the nonce that was used:"
tell PUT "$stem/bundles/$hash" -H "@signed" --data-binary @bundle
signed PUT "$stem/bundles/$hash" bundle
signed GET "$stem/bundles?since=0"
signed GET "$stem/bundles?since=1"
signed GET "$stem/bundles/$hash" "" -H "Range: bytes=0-99"
signed DELETE "$stem/bundles/$hash"
signed POST "$stem/uploads" hash -H "Upload-Length: 3400"
signed HEAD "$stem/uploads/$hash"
signed GET "$stem/members"
signed GET "$stem/bundles/$(printf '0%.0s' $(seq 64))"
tell GET "/v1/landlords/../../etc/passwd" --path-as-is
tell GET /metrics
kill -TERM "$serving"
wait "$serving"
serving=""
