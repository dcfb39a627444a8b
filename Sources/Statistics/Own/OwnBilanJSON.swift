/// Writes an own bilan as canonical JSON: the bilan of the one landlord, and its tables beside it.
enum OwnBilanJSON {
    static let schema = 1

    static func render(_ own: OwnBilan) -> [UInt8] {
        JSONWriter.bytes(
            of: .object([
                "schema": .integer(schema),
                "use": .string("internal"),
                "notice": .string(OwnBilan.notice),
                "bilan": BilanJSON.value(of: own.bilan),
                "tables": .object(
                    Dictionary(
                        own.tables.map { ($0.axis.code, .array($0.places.map(place))) },
                        uniquingKeysWith: { first, _ in first }
                    )
                ),
            ])
        )
    }

    private static func place(_ place: OwnPlace) -> JSONValue {
        .object([
            "place": .string(place.place.text),
            "name": .string(place.name),
            "persons": .integer(place.persons),
            "funnel": counts(OwnTable.funnel, place.funnel),
            "outcomes": counts(OwnTable.outcomes, place.outcomes),
        ])
    }

    private static func counts(_ codes: [String], _ counts: [Int]) -> JSONValue {
        .object(
            Dictionary(
                zip(codes, counts).map { ($0, .integer($1)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }
}
