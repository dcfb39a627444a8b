# How a check is made: each counts itself, and the first that fails is named and ends the run.

passed=0
skipped=0
probe="$here/probe.py"

passerelle() { "$bin/passerelle" "$@"; }
hub() { "$bin/passerelle-hub" "$@"; }

fail() {
    echo "not ok: $1" >&2
    shift
    printf '    %s\n' "$@" >&2
    exit 1
}

pass() { passed=$((passed + 1)); }

skip() {
    skipped=$((skipped + 1))
    echo "skipped: $1"
}

# is NAME ACTUAL EXPECTED; a difference shows as < expected, > actual
is() {
    [ "$2" = "$3" ] || fail "$1" "$(diff <(echo "$3") <(echo "$2"))"
    pass
}

# has NAME FILE TEXT, and its contrary
has() {
    grep -qF -- "$3" "$2" || fail "$1" "‘$3’ is not in:" "$(head -c 2000 "$2")"
    pass
}
lacks() {
    ! grep -aqF -- "$3" "$2" || fail "$1" "‘$3’ is in $2"
    pass
}

# ends NAME CODE COMMAND...: runs it, keeps what it says in out and err.
ends() {
    local name="$1" expected="$2" code=0
    shift 2
    "$@" >out 2>err || code=$?
    cat err >>errors
    [ "$code" = "$expected" ] ||
        fail "$name" "exit code $code, not $expected" "$(head -c 2000 err)" "$(head -c 2000 out)"
    pass
}

# json NAME EXPRESSION EXPECTED: of the last answer, called j.
json() { is "$1" "$(python3 "$probe" get out "$2")" "$3"; }

# value FILE EXPRESSION
value() { python3 "$probe" get "$1" "$2"; }

# state STORE: every row of every table, and what the command says of the store.
state() {
    python3 "$probe" dump "$1/replica.sqlite"
    passerelle status --store "$1" --json
}

# one_line NAME COMMAND TEXT: what err must be after a refusal.
one_line() {
    is "$1: lines on standard error" "$(wc -l <err)" 1
    is "$1: begins with the command" "$(grep -c "^$2: " err)" 1
    has "$1: says why" err "$3"
    lacks "$1: no trace" err "Fatal error"
    lacks "$1: no trace" err "Stack dump"
    is "$1: says nothing else" "$(wc -c <out)" 0
}

# The people and what is known of them, without the count of bundles that were begun.
people_of() {
    python3 "$probe" dump "$1/replica.sqlite" tenant attendance registration event \
        passerelle_site passerelle_grave passerelle_sibling passerelle_held
}

# refused NAME CODE TEXT COMMAND...: one line, the code, and store a as it was.
refused() { refused_comparing state "$@"; }

# The same for a bundle that could not be left: its number is spent.
not_sent() { refused_comparing people_of "$@"; }

refused_comparing() {
    local compared="$1" name="$2" code="$3" text="$4" before
    shift 4
    before="$("$compared" a)"
    ends "$name" "$code" "$@"
    one_line "$name" passerelle "$text"
    is "$name: the store is unchanged" "$("$compared" a)" "$before"
}

hub_refused() {
    local name="$1" code="$2" text="$3"
    shift 3
    ends "$name" "$code" hub "$@"
    one_line "$name" passerelle-hub "$text"
}
