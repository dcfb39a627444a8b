# Disks that are full or may not be written, where this user may make one.

# small_disk FOLDER SIZE
small_disk() {
    mkdir -p "$1"
    [ "$(id -u)" = 0 ] && mount -t tmpfs -o "size=$2" tmpfs "$1" 2>/dev/null || return 1
    mounts+=("$work/$1")
}

if small_disk small 4m; then
    ends "a store on a small disk" 0 passerelle landlord create --store small/store --code B6
    mount -o "remount,size=$(($(du -sk small | cut -f1) + 160))k" small
    before="$(state small/store)"
    ends "an import that does not fit" 74 \
        passerelle import --store small/store "$fixtures/extrait-initial.csv"
    one_line "an import that does not fit" passerelle "room"
    is "all or nothing: nothing" "$(state small/store)" "$before"
    mount -o remount,size=16m small
    ends "with room, the same import" 0 \
        passerelle import --store small/store --json "$fixtures/extrait-initial.csv"
    json "takes everybody in" 'j["created"]' 1167
else
    skip "an import into a full disk: this user cannot mount one"
fi

if small_disk key 64k; then
    not_sent "a key that is full" 74 "room" passerelle sync --store a --folder key
    is "no half bundle is left" "$(find key -name '*.passerelle' | wc -l)" 0
else
    skip "a key that is full: this user cannot mount one"
fi

mkdir -p closed
if [ "$(id -u)" != 0 ]; then
    chmod 500 closed
    closed=yes
elif mount --bind closed closed 2>/dev/null; then
    mounts+=("$work/closed")
    mount -o remount,ro,bind closed 2>/dev/null && closed=yes
fi
if [ "${closed:-no}" = yes ]; then
    refused "a store in a folder that may not be written" 77 "" \
        passerelle landlord create --store closed --code B7
    not_sent "bundles in a folder that may not be written" 77 "" \
        passerelle sync --store a --folder closed
    is "nothing is left there" "$(ls -A closed)" ""
else
    skip "a folder that may not be written: this user cannot make one"
fi
