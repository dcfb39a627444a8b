# What the commands must refuse, in one line, with the store as it was.

mkdir text
echo "no store" >text/replica.sqlite
echo "a file" >plain
refused "no arguments" 64 "Missing expected argument" passerelle check-in --store a
refused "an unknown verb" 64 "Unexpected argument" passerelle chekc-in
refused "an unknown option" 64 "Unknown option" passerelle status --store a --colour
refused "no store named" 64 "PASSERELLE_STORE" passerelle status
refused "options that exclude each other" 64 "do not go together" \
    passerelle indicators --store a --event "$meeting" --programme 400L
refused "a number out of bounds" 64 "--limit" passerelle tenant find --store a --limit 0 ca
refused "a missing store" 66 "there is no store" passerelle status --store nowhere
refused "a store that is a text file" 65 "is not a Passerelle store" passerelle status --store text
is "the text file is as it was" "$(cat text/replica.sqlite)" "no store"
refused "a store under a file" 77 "cannot be made" \
    passerelle landlord create --store plain/store --code B9
refused "a second store in the folder" 73 "already" passerelle landlord create --store a --code B4
refused "a code with a blank" 65 "landlord code" passerelle landlord create --store z --code "B 4"
refused "an unknown file" 66 "no tenant" passerelle tenant show --store a ffffffff
refused "no identity" 65 "hexadecimal" passerelle tenant show --store a zz
refused "a birth date that never was" 65 "never was" \
    passerelle tenant update --store a "${people[3]}" --birth-date 31/02/1980
refused "a social security number" 65 "social security" \
    passerelle tenant update --store a "${people[3]}" --address "280025935012369"
lacks "which is not repeated" err 280025935012369
refused "an unknown kind of event" 65 "rdv_emploi" \
    passerelle event add --store a --kind fete --name x --day "$today"
refused "a day that never was" 65 "is no day" \
    passerelle event add --store a --kind rdv_emploi --name x --day 2026-02-30
refused "a presence before its day" 65 "nobody is seen before" \
    passerelle check-in --store a "$rally" "${people[0]}"
refused "a presence before its day, by the hour" 65 "nobody is seen before" \
    passerelle check-in --store a "$rally" "${people[0]}" --at 00:00
refused "a programme nobody declared" 66 "no programme" \
    passerelle statement --store a --programme AUTRE --hub statements
refused "a folder that is missing" 66 "no folder" passerelle sync --store a --folder nowhere
refused "an inbox line that is not there" 66 "no such line" \
    passerelle inbox resolve --store a "$number" --keep shown --why "essai"
refused "a store that another process holds" 75 "another process" \
    python3 "$probe" locked a/store.lock "$bin/passerelle" tenant update --store a \
    "${people[3]}" --phone "06 39 98 55 55"

# Bundles: each is refused by name, and nothing of it is taken in.
for store in a b a; do
    ends "both laptops know the same: $store" 0 passerelle sync --store "$store" --folder usb
done
ends "a change to carry" 0 passerelle tenant update --store b "${people[3]}" \
    --phone "06 39 98 66 66"
mkdir parcel cut flip strange
ends "its bundle" 0 passerelle sync --store b --folder parcel --json
bundle="$(cd parcel && ls B4-*.passerelle)"
python3 "$probe" damaged "parcel/$bundle" "cut/$bundle" cut
python3 "$probe" damaged "parcel/$bundle" "flip/$bundle" flip
ends "another landlord" 0 passerelle landlord create --store c --code B5
ends "and its bundle" 0 passerelle sync --store c --folder strange

# refused_bundle NAME FOLDER TEXT
refused_bundle() {
    local before
    before="$(people_of a)"
    ends "$1" 3 passerelle sync --store a --folder "$2" --json
    json "$1: none applied, one refused" '(j["applied"], j["held"], len(j["refused"]))' "(0, 0, 1)"
    has "$1: says why" out "$3"
    is "$1: nobody changed" "$(people_of a)" "$before"
}
refused_bundle "a bundle cut short" cut "cut short"
refused_bundle "a bundle altered on its way" flip "altered"
refused_bundle "a bundle of another landlord" strange "another landlord"
ends "the sound one" 0 passerelle sync --store a --folder parcel --json
json "is applied" '(j["applied"], j["refused"])' "(1, [])"

# Another program may read a store, and cannot write it.
outside() { python3 "$probe" outside a/replica.sqlite "$1" >said; }
outside "SELECT count(*) FROM tenant WHERE last_name <> ''"
is "another program reads" "$(cat said)" "done 1227"
before="$(state a)"
for statement in "UPDATE event SET name = 'x'" "DELETE FROM event" \
    "INSERT INTO programme (id) VALUES (x'00')" "UPDATE attendance SET mark = 'x'"; do
    outside "$statement"
    has "it cannot write: $statement" said only_passerelle_writes
done
for statement in "UPDATE tenant SET phone = '1'" "DELETE FROM tenant"; do
    outside "$statement"
    has "it cannot write: $statement" said refused
done
is "the store is as it was" "$(state a)" "$before"
