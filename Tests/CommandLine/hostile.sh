# Hostile files and names, by the numbers of Docs/negative-tests.md: what they cost, what they change, and
# what is said of them.

mkdir "$work/hostile"
cd "$work/hostile"
mkdir share bombs many
: >errors
lines="$(printf 'Ligne\nSuite')"
names=("Robert'); DROP TABLE tenant;--" "$lines" $'\x1b[31mRouge' $'\u202Eenvers' "Zoé😀" '%s%n' '$(id)')

# peak NAME CODE COMMAND...: as ends; the most memory that the command took stands in peak, in kB.
peak() {
    local name="$1" code="$2"
    shift 2
    ends "$name" "$code" python3 "$probe" peak peak "$bin/passerelle" "$@"
}

ends "a landlord" 0 passerelle landlord create --store h1 --code B1
ends "a second device asks" 0 passerelle device request --store h2 --out asked
ends "and is invited" 0 passerelle device invite --store h1 --request asked --out invited --json
spoken="$(value out 'j["code"]')"
ends "and joins" 0 passerelle device accept --store h2 --invitation invited --code "$spoken"
for store in h1 h2 h1; do ends "they meet: $store" 0 passerelle sync --store "$store" --folder share; done

# 46 and 47: names go in as they are or cleaned, and show up in no message.
for name in "${names[@]}"; do
    ends "46: a name" 0 passerelle tenant add --store h2 --last-name "$name" --first-name Essai \
        --birth-date 04/05/1990
    is "46: nothing is said on standard error" "$(wc -c <err)" 0
done
python3 "$probe" named_file names.csv "${names[@]}"
ends "47: an import of names" 3 passerelle import --store h2 names.csv --json
json "47: the impossible dates are refused by line" \
    '[r["line"] for r in j["rejected"]]' "[3, 6, 9, 11, 13, 15, 17]"
for name in Robert Rouge envers Zoé; do lacks "47: the answer names nobody" out "$name"; done
before="$(state h2)"
for name in "${names[@]}"; do
    ends "47: a name in the place of an identity" 65 passerelle tenant show --store h2 "$name"
    one_line "47: a name in the place of an identity" passerelle "hexadecimal"
    ends "47: a name as a day" 65 passerelle event add --store h2 --kind rdv_emploi --name x --day "$name"
    one_line "47: a name as a day" passerelle "is no day"
    ends "47: a name as an option" 64 passerelle tenant show --store h2 "--$name"
    one_line "47: a name as an option" passerelle "see passerelle --help"
    ends "47: a name as a folder" 66 passerelle sync --store h2 --folder "$name"
    one_line "47: a name as a folder" passerelle "no folder"
done
is "47: no refusal changed anything" "$(state h2)" "$before"
is "47: no message acts on a screen" "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <errors | wc -c)" 0
lacks "47: nor turns the direction of writing" errors $'\u202E'
ends "46: the table is there" 0 passerelle tenant find --store h2 --json essai
json "46: with everybody" 'len(j["tenants"])' 14
ends "46: the audit" 0 passerelle audit --store h2 --json
for name in Robert Rouge envers Zoé; do lacks "47: the audit names nobody" out "$name"; done
for store in h2 h1; do ends "46: they travel: $store" 0 passerelle sync --store "$store" --folder share; done
ends "46: as they are" 0 passerelle tenant find --store h1 --json robert
json "46: letter for letter" '{t["fields"]["last_name"] for t in j["tenants"]}' \
    "{\"Robert'); DROP TABLE tenant;--\"}"

# 32: one bundle under a thousand names, and two processes that take it at once.
ends "32: a write" 0 passerelle tenant add --store h2 --last-name Unique --first-name Essai \
    --birth-date 04/05/1990
ends "32: its bundle" 0 passerelle sync --store h2 --folder many
bundle="$(cd many && ls ./*.passerelle)"
for number in $(seq 1000); do cp "many/$bundle" "many/copy$number.passerelle"; done
passerelle sync --store h1 --folder many --json >one 2>>errors & first=$!
passerelle sync --store h1 --folder many --json >two 2>>errors & second=$!
codes=0
wait "$first" || codes=$?
wait "$second" || codes="$codes$?"
is "32: one of both is done; the other too, or it finds the store in use" \
    "$(grep -cE '^(0|75|075)$' <<<"$codes")" 1
ends "32: the person" 0 passerelle tenant find --store h1 --json unique
json "32: is there once" 'len(j["tenants"])' 1
ends "32: and again" 0 passerelle sync --store h1 --folder many --json
json "32: nothing is new" '(j["applied"], j["refused"])' "(0, [])"

# 30: a keyring that asks for a terabyte, or for nothing.
cp -r h1 h3
for costs in 30,8,1 18,1048576,1 1,8,1 18,8,1073741823; do
    python3 -c 'import cryptography' 2>/dev/null || { skip "30: no Python package cryptography"; break; }
    python3 "$here/hostile.py" keyring "$costs" h3
    before="$(python3 "$probe" dump h3/replica.sqlite tenant)"
    peak "30: costs $costs" 65 sync --store h3 --folder share
    one_line "30: costs $costs" passerelle "[kdf-parameters]"
    is "30: costs $costs: no work was done" "$(($(cat peak) < 65536))" 1
    is "30: costs $costs: nobody changed" "$(python3 "$probe" dump h3/replica.sqlite tenant)" "$before"
done

# 10: bodies that unpack to gigabytes, sealed and signed by a member.
peak "10: a good bundle" 0 sync --store h1 --folder share
baseline="$(cat peak)"
if python3 -c 'import cryptography' 2>/dev/null; then
    before="$(people_of h1)"
    custody="$(python3 "$probe" dump h1/custody.sqlite)"
    for kind in section expansion frame sections garbage empty; do
        python3 "$here/hostile.py" bundle "$kind" h2 "$PASSERELLE_PASSPHRASE" share/*.members \
            bombs/bomb.passerelle
        peak "10: $kind" 3 sync --store h1 --folder bombs --json
        json "10: $kind: refused by name" '[r["reason"].split("[")[-1] for r in j["refused"]]' \
            "['bad-bundle]']"
        is "10: $kind: at most 128 MiB more" "$(($(cat peak) < baseline + 131072))" 1
        is "10: $kind: nobody changed" "$(people_of h1)" "$before"
        rm -f bombs/*.members bombs/B1-*
    done
    is "10: the heads and the audit are as they were" "$(python3 "$probe" dump h1/custody.sqlite audit)" \
        "$(grep '^audit ' <<<"$custody")"
    ends "10: a write" 0 passerelle tenant add --store h2 --last-name Apres --first-name Essai \
        --birth-date 04/05/1990
    ends "10: its bundle, beside the bomb" 3 passerelle sync --store h2 --folder bombs
    ends "10: is taken beside the bomb" 3 passerelle sync --store h1 --folder bombs --json
    json "10: by the same command" '(j["applied"] > 0, len(j["refused"]))' "(True, 1)"
else
    skip "10: no Python package cryptography"
fi
