# Files that an import must refuse whole, and cells that it must refuse, drop or keep to verify.

mkdir csv
(cd csv && python3 "$probe" bad_files)

refused "a file that is not there" 66 "no file" passerelle import --store a csv/nobody.csv
refused "a folder" 65 "no regular file" passerelle import --store a csv
refused "an empty file" 65 "empty" passerelle import --store a csv/empty.csv
refused "UTF-16" 65 "UTF-16" passerelle import --store a csv/utf16.csv
refused "missing columns" 65 "first_name" passerelle import --store a csv/columns.csv
refused "a NUL byte" 65 "NUL" passerelle import --store a csv/nul.csv
refused "a quote that never closes" 65 "quote" passerelle import --store a csv/quote.csv
refused "an extract of tomorrow" 65 "no day up to today" \
    passerelle import --store a --extracted-on "$tomorrow" csv/place.csv
refused "a mapping that is no JSON" 65 "" \
    passerelle import --store a --mapping csv/place.csv csv/place.csv

# rejected NAME FILE TEXT: the row is refused, the others would go in, nobody is changed.
rejected() {
    local before
    before="$(people_of a)"
    ends "$1" 3 passerelle import --store a --json "csv/$2"
    json "$1: the row is refused" '(j["created"], [r["line"] for r in j["rejected"]])' "(0, [2])"
    has "$1: says why" out "$3"
    is "$1: nobody changed" "$(people_of a)" "$before"
}
rejected "a cell of one megabyte" megabyte.csv "over 10000 bytes"
rejected "31/02/1980" february.csv "no such day"
rejected "a birth in the future" future.csv "after today"

ends "a column of social security numbers" 0 passerelle import --store a --json csv/nir.csv
json "is dropped and named" '(j["created"], j["droppedColumns"])' "(1, ['NIR'])"
lacks "it is not printed" out 280025935012369
lacks "nor on standard error" err 280025935012369
is "it is nowhere in the store" "$(grep -ralF 280025935012369 a || true)" ""

ends "an unknown commune and an unknown QPV" 0 passerelle import --store a --json csv/place.csv
json "are kept and named" '(j["created"], j["toVerify"])' "(1, [2])"
ends "they are listed" 3 passerelle tenant verify --store a --json
json "as they were written" \
    '[(t["tenant"]["fields"]["commune_code"], t["tenant"]["fields"]["qpv_code"], t["fields"]) for t in j["tenants"]]' \
    "[('59999', 'QN05999M', ['commune_code', 'qpv_code'])]"
