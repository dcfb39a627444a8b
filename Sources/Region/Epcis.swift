/// The EPCI of Hauts-de-France, parsed once when first asked for.
package enum Epcis {
    /// Every EPCI, by SIREN.
    package static let all: [Epci] = EmbeddedTable.rows(of: EpcisText.csv, width: 3)
        .compactMap { fields in
            Epci.Nature(rawValue: fields[2]).map {
                Epci(siren: fields[0], name: fields[1], nature: $0)
            }
        }

    private static let bySiren = Dictionary(
        all.map { ($0.siren, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The EPCI of that SIREN, in constant time.
    package static func find(siren: String) -> Epci? { bySiren[siren] }
}
