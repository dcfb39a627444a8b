/// Writes a bilan as canonical JSON: the same bilan gives the same bytes.
package enum BilanJSON {
    /// The form of this file.
    package static let schema = 2

    package static func render(_ bilan: Bilan) -> [UInt8] {
        JSONWriter.bytes(of: value(of: bilan))
    }

    static func value(of bilan: Bilan) -> JSONValue { .object(members(bilan)) }

    private static func members(_ bilan: Bilan) -> [String: JSONValue] {
        var members: [String: JSONValue] = [
            "schema": .integer(schema),
            "programme": programme(bilan.programme),
            "as_of": .string(bilan.asOf.isoText),
            "as_of_day": .integer(bilan.asOf.number),
            "threshold": .integer(bilan.threshold),
            "freshness": freshness(bilan),
            "totals": .object([
                "fresh": total(bilan.fresh),
                "with_last_known": total(bilan.withLastKnown),
            ]),
            "landlords": .array(bilan.lines.map(line)),
            "method": .array(MethodNote.all.map(JSONValue.string)),
        ]
        if !bilan.persons.isEmpty { members["persons"] = persons(bilan) }
        if !bilan.shares.isEmpty { members["shares"] = .array(bilan.shares.map(\.json)) }
        return members
    }

    private static func persons(_ bilan: Bilan) -> JSONValue {
        .object(
            Dictionary(uniqueKeysWithValues: bilan.persons.map { ($0.rawValue, $1.json) })
        )
    }

    private static func programme(_ programme: Programme) -> JSONValue {
        .object([
            "code": .string(programme.code),
            "name": .string(programme.name),
            "objective": programme.objective.map(JSONValue.integer) ?? .null,
            "start": .string(programme.start.isoText),
            "end": .string(programme.end.isoText),
        ])
    }

    private static func freshness(_ bilan: Bilan) -> JSONValue {
        .object([
            "expected": .integer(bilan.lines.count),
            "fresh": .integer(bilan.fresh.landlords),
            "known": .integer(bilan.withLastKnown.landlords),
            "never_received": .array(
                bilan.lines.filter { $0.state == .neverReceived }
                    .map { .string($0.landlord.code) }
            ),
            "unexpected": .array(bilan.unexpected.map(JSONValue.string)),
            "notes": .array(bilan.freshnessNotes.map(JSONValue.string)),
        ])
    }

    private static func total(_ total: BilanTotal) -> JSONValue {
        .object([
            "landlords": .integer(total.landlords),
            "counts": total.counts?.json ?? .null,
            "rates": rates(total.rates),
        ])
    }

    private static func line(_ line: BilanLine) -> JSONValue {
        .object([
            "code": .string(line.landlord.code),
            "name": .string(line.landlord.name),
            "state": .string(state(line.state)),
            "freshness": .string(line.freshnessText),
            "age_days": line.ageDays.map(JSONValue.integer) ?? .null,
            "cutoff": line.cutoff.map { .string($0.isoText) } ?? .null,
            "version": line.receipt.map { .integer($0.version) } ?? .null,
            "unknown_indicators": line.receipt.map { .integer($0.unknownIndicators) } ?? .null,
            "counts": line.figures.map(shown) ?? .null,
            "hidden": .array((line.figures?.hidden ?? []).map { .string($0.code) }),
            "rates": rates(line.figures?.rates ?? []),
        ])
    }

    private static func shown(_ figures: LandlordFigures) -> JSONValue {
        .object(
            Dictionary(
                figures.inOrder.map { ($0.code, .integer($1)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    private static func state(_ state: BilanLine.State) -> String {
        switch state {
        case .received(let receipt): receipt.ageDays == 0 ? "fresh" : "last_known"
        case .postdated: "postdated"
        case .neverReceived: "never_received"
        }
    }

    private static func rates(_ rates: [Rate]) -> JSONValue {
        .object(
            Dictionary(
                rates.map { rate in
                    (
                        rate.kind.code,
                        .object([
                            "numerator": .integer(rate.numerator),
                            "denominator": .integer(rate.denominator),
                            "value": rate.decimalText.map(JSONValue.string) ?? .null,
                            "definition": .string(rate.definition),
                        ])
                    )
                },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}
