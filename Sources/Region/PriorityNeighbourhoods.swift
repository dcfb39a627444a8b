/// The QPV of Hauts-de-France, generation 2024, parsed once when first asked for.
package enum PriorityNeighbourhoods {
    /// The generation that this list is of.
    package static let generation = 2024

    /// The first day on which it applies.
    package static let validFrom = "2024-01-01"

    /// Every QPV, by code.
    package static let all: [PriorityNeighbourhood] = EmbeddedTable.rows(
        of: PriorityNeighbourhoodsText.csv,
        width: 4
    ).compactMap(neighbourhood)

    private static let byCode = Dictionary(
        all.map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    private static let byCommune = Dictionary(
        grouping: all.flatMap { area in area.communes.map { (commune: $0.code, area: area) } },
        by: \.commune
    ).mapValues { $0.map(\.area) }

    private static let communesByCode = Dictionary(
        grouping: EmbeddedTable.rows(of: NeighbourhoodCommunesText.csv, width: 2),
        by: { $0[0] }
    ).mapValues { $0.compactMap { Communes.find(code: $0[1]) } }

    /// The QPV of that code, in constant time.
    package static func find(code: String) -> PriorityNeighbourhood? { byCode[code] }

    /// The QPV that lie in a commune, wholly or in part: what an agent may choose among.
    package static func within(communeCode: String) -> [PriorityNeighbourhood] {
        byCommune[communeCode] ?? []
    }

    private static func neighbourhood(_ fields: [String]) -> PriorityNeighbourhood? {
        guard let departement = Departement(rawValue: fields[2]),
            let filiation = PriorityNeighbourhood.Filiation(rawValue: fields[3]),
            let communes = communesByCode[fields[0]], !communes.isEmpty
        else { return nil }
        return PriorityNeighbourhood(
            code: fields[0],
            name: fields[1],
            departement: departement,
            filiation: filiation,
            communes: communes,
            generation: generation,
            validFrom: validFrom
        )
    }
}
