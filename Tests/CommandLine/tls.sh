# The same hub behind a certificate of an authority that this machine does not know by itself.

ec=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2)
openssl req -x509 "${ec[@]}" -subj "/CN=Autorite d'essai" -keyout ca.key -out ca.pem \
    -addext "keyUsage=critical,keyCertSign" 2>>errors
openssl req -new "${ec[@]:0:5}" -subj /CN=localhost -keyout hub-tls.key -out hub-tls.csr 2>>errors
openssl x509 -req -in hub-tls.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
    -extfile <(echo "subjectAltName=DNS:localhost") -out hub-tls.pem 2>>errors
"$bin/passerelle-hub" serve --data relay --listen "127.0.0.1:$port" \
    --tls-certificate hub-tls.pem --tls-key hub-tls.key >>served 2>&1 &
serving=$!

# speaks PROTOCOL: whether a connection of that version of TLS stands.
speaks() {
    openssl s_client -connect "127.0.0.1:$port" "-$1" -CAfile ca.pem -verify_return_error \
        </dev/null >out 2>err
}
for _ in $(seq 200); do
    if speaks tls1_3; then break; fi
    sleep 0.05
done
ends "the hub speaks TLS 1.3" 0 speaks tls1_3
has "with its own certificate" out "Verification: OK"
ends "and not TLS 1.2" 1 speaks tls1_2
has "which it refuses itself" err "alert protocol version"

url="https://localhost:$port"
ends "an authority unknown here" 77 passerelle sync --store a --hub "$url"
one_line "an authority unknown here" passerelle "hub-certificate"
has "the remedy is named" err "--hub-ca"
ends "no file of certificates" 66 passerelle sync --store a --hub "$url" --hub-ca "$fixtures/extrait-initial.csv"
one_line "no file of certificates" passerelle "hub-ca"
ends "an authority by folder" 64 passerelle sync --store a --folder usb --hub-ca ca.pem
ends "a write" 0 passerelle tenant update --store a "${people[4]}" --phone "06 39 98 44 44"
ends "the authority is named" 0 passerelle sync --store a --hub "$url" --hub-ca ca.pem --json
json "and the write goes up" 'j["sent"] > 0' True
ends "named by the environment" 0 env PASSERELLE_HUB_CA=ca.pem "$bin/passerelle" sync --store b --hub "$url" --json
json "it comes down" 'j["applied"] > 0' True
ends "a certificate of another name" 77 passerelle sync --store a --hub "https://127.0.0.1:$port" --hub-ca ca.pem
has "is told as one" err "hub-certificate"
ends "in clear to a hub of TLS" 69 passerelle sync --store a --hub "http://127.0.0.1:$port"
for store in a b; do ends "back to the folder: $store" 0 passerelle sync --store "$store" --folder usb; done
kill -TERM "$serving"
wait "$serving"
pass
serving=""
