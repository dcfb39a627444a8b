/// The 532 historic ROME fiches, parsed once when first asked for.
package enum RomeFiches {
    /// Every fiche, by code.
    package static let all: [RomeFiche] = EmbeddedTable.rows(of: RomeFichesText.csv, width: 2)
        .map { RomeFiche(code: $0[0], label: $0[1]) }

    private static let byCode = Dictionary(
        all.map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The fiche of that code, in constant time.
    package static func find(code: String) -> RomeFiche? { byCode[code] }
}
