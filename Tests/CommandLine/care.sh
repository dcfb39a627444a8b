# Backups, restores, examinations, repairs, and answers that cannot be written.

ends "the store is sound" 0 passerelle verify --store a --json
json "its rows are read" '(j["count"], j["rows"] > 1167)' "(0, True)"
mkdir kept
ends "a backup" 0 passerelle backup --store a kept/lundi --json
json "it is sound" '(j["count"], j["rows"] > 1167)' "(0, True)"
is "it is one file of its owner's" "$(ls kept) $(stat -c %a kept/lundi)" "lundi 600"
ends "it verifies again" 0 passerelle verify --backup kept/lundi
refused "a backup over a file" 73 "already" passerelle backup --store a kept/lundi
refused "a backup into no folder" 66 "no" passerelle backup --store a nowhere/lundi
refused "a restore over a store" 73 "already" passerelle restore --store a kept/lundi
refused "a restore from no file" 66 "no backup" passerelle restore --store r kept/mardi
refused "a restore from a store's own file" 65 "not a backup" \
    passerelle restore --store r a/replica.sqlite
ends "a restore" 0 passerelle restore --store r kept/lundi --json
is "it holds the same people" "$(python3 "$probe" dump r/replica.sqlite tenant)" \
    "$(python3 "$probe" dump kept/lundi tenant)"

# A row whose clock another program has broken.
mkdir -m 700 broken
cp kept/lundi broken/replica.sqlite
python3 - broken/replica.sqlite <<'PYTHON'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    store.execute(f'DROP TRIGGER "{name}"')
store.execute("UPDATE programme SET _clock = x'00'")
store.commit()
PYTHON
ends "what another program broke is found" 3 passerelle verify --store broken --json
json "by name" 'sorted({f["code"] for f in j["findings"]} & {"clock", "schema"})' \
    "['clock', 'schema']"
before="$(python3 "$probe" dump broken/replica.sqlite)"
ends "a repair names what it lost" 3 passerelle repair --store broken --into mended --json
json "one programme" '[(l["collection"]) for l in j["lost"]]' "['programme']"
json "and keeps the rest" '(j["rows"] > 1167, j["unreadable"], j["findings"])' "(True, [], 0)"
is "the damaged store is as it was" "$(python3 "$probe" dump broken/replica.sqlite)" "$before"
ends "the repaired one is sound" 0 passerelle verify --store mended
refused "a repair over a store" 73 "already" passerelle repair --store broken --into mended
head -c 40960 kept/lundi >broken/replica.sqlite
rm -f broken/replica.sqlite-wal broken/replica.sqlite-shm
code=0
passerelle verify --store broken >out 2>err || code=$?
is "a store cut short is found, or refused" "$(case $code in 3 | 74) echo yes ;; esac)" yes

# A laptop that is lost keeps no deletion waiting, once somebody says so.
ends "what it would mean" 3 passerelle replica set-aside --store a "$tablet" --json
json "nothing is done without --yes" '(j["isDone"], j["freed"], j["peer"]["isAside"])' \
    "(False, 0, False)"
ends "told in words" 3 passerelle replica set-aside --store a "$tablet"
has "with the way to do it" out "give --yes"
ends "the listing is as it was" 0 passerelle replica peers --store a --json
json "nobody is aside" '[p["isAside"] for p in j["peers"]]' "[False]"
ends "set aside" 0 passerelle replica set-aside --store a "$tablet" --yes --json
json "it is done" '(j["isDone"], j["pending"])' "(True, 0)"
ends "and listed so" 0 passerelle replica peers --store a
has "with its name" out "tablette hall"
has "and its place" out "(set aside)"
refused "a replica that nobody knows" 66 "no other replica" \
    passerelle replica set-aside --store a ffffffff --yes
refused "no replica at all" 65 "hexadecimal" passerelle replica set-aside --store a zz --yes
refused "this one" 66 "no other replica" passerelle replica set-aside --store a \
    "$(passerelle status --store a --json | python3 -c 'import json, sys
print(json.load(sys.stdin)["replica"])')" --yes

if [ -w /dev/full ]; then
    code=0
    passerelle status --store a >/dev/full 2>err || code=$?
    is "an answer that cannot be written is no success" "$code" 74
    has "and says so" err "cannot be written"
else
    skip "an answer to a full disk: there is no /dev/full"
fi
