# Keys: two files and six words, what is kept apart, recovery, and what leaves a store.

mkdir "$work/keys"
cd "$work/keys"
mkdir scratch share stick other-stick
export TMPDIR="$work/keys/scratch"
: >errors

bare() { env -u PASSERELLE_PASSPHRASE "$bin/passerelle" "$@" </dev/null; }
under() {
    local words="$1"
    shift
    PASSERELLE_PASSPHRASE="$words" "$bin/passerelle" "$@"
}

# keys_refused NAME CODE TEXT COMMAND...: one line, the code, and store k1 as it was.
keys_refused() {
    local name="$1" code="$2" text="$3" before
    before="$(state k1)"
    shift 3
    ends "$name" "$code" "$@"
    one_line "$name" passerelle "$text"
    is "$name: the store is unchanged" "$(state k1)" "$before"
}

# Founding: all of it, or nothing.
ends "a landlord with its kit" 0 passerelle landlord create --store k1 --code B8 --json
json "five lines of six words" '[len(l.split()) for l in j["recoveryKit"]]' "[6, 6, 6, 6, 6]"
json "a passphrase that was given is not shown" '"passphrase" in j' False
value out '"\n".join(j["recoveryKit"])' >kit
is "the kit is kept nowhere" "$(grep -rlaF "$(head -1 kit)" k1 || true)" ""
ends "a founding that fails" 65 under "" landlord create --store k0 --code B0
one_line "a founding that fails" passerelle "passphrase"
is "leaves nothing" "$(ls -d k0 2>/dev/null || true)" ""
ends "without a passphrase, one is drawn" 0 bare landlord create --store k9 --code B9 --json
json "of six words, shown once" 'len(j["passphrase"].split())' 6
value out 'j["passphrase"]' >drawn
ends "which opens the keys" 0 bare audit --store k9 --passphrase-file drawn --json
json "whose first line is the founding" '(j["isWhole"], [l["deed"] for l in j["lines"]])' \
    "(True, ['found'])"
ends "in words" 0 passerelle landlord create --store k8 --code B7
has "the kit is to be written down twice" out "two copies"

# One invented person, to be looked for everywhere.
canaries=(Canarival 0639987711 canarival@example.org)
ends "an invented person" 0 passerelle tenant add --store k1 --last-name "${canaries[0]}" \
    --first-name Essai --birth-date 04/05/1990 --phone "06 39 98 77 11" --email "${canaries[2]}"

# Two files and six words.
ends "a second device asks" 0 passerelle device request --store k2 --out asked --json
fingerprint="$(value out 'j["fingerprint"]')"
ends "the administrator answers" 0 passerelle device invite --store k1 --request asked \
    --out invited --json
json "with the words of the request, as poste 2" '(j["station"], j["fingerprint"])' \
    "(2, '$fingerprint')"
spoken="$(value out 'j["code"]')"
keys_refused "a wrong code" 65 "the words differ" passerelle device accept --store k2 \
    --invitation invited --code "$fingerprint"
is "no store was made" "$(ls k2/replica.sqlite 2>/dev/null || true)" ""
keys_refused "the invitation on a device that asked nobody" 66 "asked nobody" \
    passerelle device accept --store k1 --invitation invited --code "$spoken"
ends "another device asks" 0 passerelle device request --store k7 --out asked7
keys_refused "the invitation on another device" 65 "another device" passerelle device accept \
    --store k7 --invitation invited --code "$spoken"
ends "the code" 0 passerelle device accept --store k2 --invitation invited --code "$spoken" \
    --label "tablette essai" --agent "Karim Essai" --json
json "the device has its number" '(j["landlord"], j["station"])' "('B8', 'poste 2')"
keys_refused "the invitation again" 65 "used already" passerelle device accept --store k2 \
    --invitation invited --code "$spoken"
keys_refused "a request answered twice" 65 "make a new request" passerelle device invite \
    --store k1 --request asked --out twice
keys_refused "an invitation by another than the administrator" 77 "administrator" \
    passerelle device invite --store k2 --request asked --out twice
is "and no file of it" "$(ls twice 2>/dev/null || true)" ""
keys_refused "a file over another" 73 "something stands at" passerelle device invite \
    --store k1 --request asked --out invited
keys_refused "keys over keys" 73 "keyring" passerelle device request --store k1 --out more
keys_refused "a replica of a store that is not the administrator's" 77 "administrator" \
    passerelle replica create --store k6 --from k2
is "and nothing of it" "$(ls -d k6 2>/dev/null || true)" ""

# Passphrases.
keys_refused "no passphrase" 77 "no passphrase" bare sync --store k1 --folder share
keys_refused "another passphrase" 77 "not the passphrase" \
    under "une autre phrase" sync --store k1 --folder share
is "nothing was left in the share" "$(ls -A share)" ""

for store in k1 k2 k1; do
    ends "they meet: $store" 0 passerelle sync --store "$store" --folder share --json
done
json "nothing waits" '(j["held"], j["quarantined"], j["withheld"], j["refused"])' "(0, 0, [], [])"
ends "the person is on the second device" 0 passerelle tenant find --store k2 canar --json
json "once" 'len(j["tenants"])' 1
ends "who has seen the last writes" 0 passerelle status --store k1 --json
json "the other device, which owes nothing" \
    '(j["seenBy"], [(r["station"], r["lacks"], r["owes"]) for r in j["replicas"] if not r["isThisOne"]])' \
    "(1, [('poste 2', 0, [])])"
ends "in words" 0 passerelle status --store k1
has "stored, durable, seen" out "stocké, durable, vu par 1 poste."
ends "the devices" 0 passerelle device list --store k1 --json
json "by their numbers" \
    '[(d["station"], d["isThisOne"], d["isAdministrator"], d["isActive"], d.get("lacks")) for d in j["devices"]]' \
    "[(1, True, True, True, None), (2, False, False, True, 0)]"
ends "keys for the months to come" 0 passerelle device renew --store k2
has "are there" out "Nothing to do"

# A restored store holds no keys: it is enrolled as a new device.
ends "a backup" 0 passerelle backup --store k1 k1.backup
ends "is noted" 0 passerelle audit --store k1 --json
json "as an export" '(j["isWhole"], j["lines"][-1]["deed"], j["lines"][-1]["subject"].split()[0])' \
    "(True, 'export', 'backup')"
ends "a restore" 0 passerelle restore --store k3 k1.backup
keys_refused "a store without keys" 66 "device request" passerelle sync --store k3 --folder share
ends "it asks" 0 passerelle device request --store k3 --out asked3
ends "it is answered" 0 passerelle device invite --store k1 --request asked3 --out invited3 --json
spoken="$(value out 'j["code"]')"
ends "it joins, and keeps its store" 0 passerelle device accept --store k3 \
    --invitation invited3 --code "$spoken" --json
json "as poste 3" 'j["station"]' "poste 3"

# A device that was revoked, and has not heard of it.
ends "the share hears of the third" 0 passerelle sync --store k1 --folder share
ends "the second hears of it" 0 passerelle sync --store k2 --folder share
ends "the second device is lost" 0 passerelle device revoke --store k1 --station 2 --reason lost
for name in Premier Deuxieme Troisieme Quatrieme; do
    ends "it works on" 0 passerelle tenant add --store k2 --last-name "$name" \
        --first-name Essai --birth-date 05/06/1991
    ends "and leaves a bundle" 0 passerelle sync --store k2 --folder stick
done
ends "it meets a colleague" 0 passerelle sync --store k2 --folder other-stick
people="$(python3 "$probe" dump k1/replica.sqlite tenant)"
ends "four bundles" 3 passerelle sync --store k1 --folder stick --json
json "are kept apart" '(j["quarantined"], j["applied"])' "(4, 0)"
is "and nobody changed" "$(python3 "$probe" dump k1/replica.sqlite tenant)" "$people"
ends "they are listed" 3 passerelle quarantine list --store k1 --json
json "by device" '(j["waiting"], sorted({b["station"] for b in j["bundles"]}))' "(4, ['poste 2'])"
hash="$(value out 'j["bundles"][0]["hash"]')"
keys_refused "a bundle that nobody knows" 66 "no bundle" \
    passerelle quarantine accept --store k1 ffffffffffffffff
ends "one is accepted" 0 passerelle quarantine accept --store k1 "${hash:0:16}" --json
json "with its row" 'j["rows"] >= 1' True
ends "the first of them is there" 0 passerelle tenant find --store k1 premier --json
json "once" 'len(j["tenants"])' 1
ends "and not the second" 0 passerelle tenant find --store k1 deuxieme --json
json "nor anybody else" 'len(j["tenants"])' 0
ends "three are left" 3 passerelle quarantine --store k1 --json
json "to decide" 'j["waiting"]' 3
keys_refused "it is not taken twice" 66 "no bundle" \
    passerelle quarantine accept --store k1 "$hash"
ends "the share hears of it" 0 passerelle sync --store k1 --folder share
ends "nothing came by a colleague" 0 passerelle relayed --store k1
ends "one who has not heard reads the bundles" 0 passerelle sync --store k3 --folder other-stick
ends "and passes them on" 0 passerelle sync --store k3 --folder share
ends "they are merged" 3 passerelle sync --store k1 --folder share --json
json "and counted" 'j["relayed"] >= 3' True
ends "and listed" 3 passerelle relayed --store k1 --json
json "by device" 'sorted({r["station"] for r in j["rows"]})' "['poste 2']"
keys_refused "nobody else undoes them" 77 "administrator" \
    passerelle relayed reverse --store k3 --station 2
keys_refused "of a device that was not revoked there are none" 66 "not revoked" \
    passerelle relayed reverse --store k1 --station 3
ends "they are undone in one action" 0 passerelle relayed reverse --store k1 --station 2 --json
json "all of them" '(j["reversed"] >= 3, j["unclear"])' "(True, 0)"
ends "a person who was relayed is gone" 0 passerelle tenant find --store k1 deuxieme --json
json "again" 'len(j["tenants"])' 0
ends "the person who was accepted stays" 0 passerelle tenant find --store k1 premier --json
json "once" 'len(j["tenants"])' 1
ends "nothing is left to undo" 0 passerelle relayed --store k1
ends "the share hears of that too" 0 passerelle sync --store k1 --folder share
keys_refused "and so does the device" 77 "revoked" passerelle sync --store k2 --folder share
ends "the third device reads on" 0 passerelle sync --store k3 --folder share
ends "it becomes the administrator's" 0 passerelle device hand-over --store k1 --station 3
keys_refused "the first no longer is" 77 "administrator" \
    passerelle device revoke --store k1 --station 3 --reason other
ends "the share hears of that" 0 passerelle sync --store k1 --folder share

# No byte of the person leaves a store, and all of them are in it.
for canary in "${canaries[@]}"; do
    is "control: $canary is in the store" \
        "$(grep -qaF -- "$canary" k1/replica.sqlite* && echo found)" found
    is "$canary is nowhere else" \
        "$(grep -rlaF -- "$canary" share stick other-stick scratch errors asked* invited* kit \
            k1/keyring k1/custody.sqlite* k2/keyring k2/custody.sqlite* || true)" ""
done

# Every device is lost: the share and the kit bring the landlord back.
ends "the people before" 0 passerelle status --store k1 --json
before="$(value out 'j["tenants"]')"
mkdir lost
mv k1 k2 k3 lost/
log="$(ls share/*.members)"
head -4 kit >short
ends "a kit that lacks a line" 65 passerelle recover --store k5 --log "$log" --kit short \
    --folder share
sed '1s/^[^ ]* \([^ ]*\)/\1 \1/' kit >misread
ends "a kit misread" 65 passerelle recover --store k5 --log "$log" --kit misread --folder share
one_line "a kit misread" passerelle "line 1"
is "nothing was made" "$(ls -d k5 2>/dev/null || true)" ""
ends "the recovery" 0 passerelle recover --store k5 --log "$log" --kit kit --folder share --json
json "as a new device, with a new kit" '(j["station"], len(j["recoveryKit"]))' "('poste 4', 5)"
is "which is another" "$(value out '"\n".join(j["recoveryKit"])' | cmp -s - kit || echo other)" other
ends "the people after" 0 passerelle status --store k5 --json
json "are as many as before" 'j["tenants"]' "$before"
ends "the share hears of it" 0 passerelle sync --store k5 --folder share --json
ends "the devices" 0 passerelle device list --store k5 --json
json "with the new administrator" '[d["station"] for d in j["devices"] if d["isAdministrator"]]' "[4]"
for canary in "${canaries[@]}"; do
    is "control: $canary came back" \
        "$(grep -qaF -- "$canary" k5/replica.sqlite* && echo found)" found
    is "$canary is not in the share" "$(grep -rlaF -- "$canary" share errors scratch || true)" ""
done
unset TMPDIR
