/// The communes of Hauts-de-France, parsed once when first asked for.
package enum Communes {
    /// Every commune of today, by code.
    package static let all: [Commune] = EmbeddedTable.rows(of: CommunesText.csv, width: 3)
        .compactMap { fields in
            guard let departement = Departement(rawValue: String(fields[0].prefix(2))),
                let epci = Epcis.find(siren: fields[2])
            else { return nil }
            return Commune(
                code: fields[0],
                name: fields[1],
                departement: departement,
                epci: epci
            )
        }

    private static let byCode = Dictionary(
        all.map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The commune that bears this code today, in constant time.
    package static func find(code: String) -> Commune? { byCode[code] }

    /// The commune of today that took in one that is no more.
    ///
    /// Nil for a commune that still exists, for an unknown code, and for one that left the region
    /// (« 02344 » Gernicourt went to the Marne). Mergers of mergers are followed to their end.
    package static func successor(of oldCode: String) -> Commune? {
        guard byCode[oldCode] == nil else { return nil }
        var code = oldCode
        var seen: Set<String> = [oldCode]
        while let next = CommuneMovements.next(after: code), seen.insert(next).inserted {
            if let commune = byCode[next] { return commune }
            code = next
        }
        return nil
    }

    /// The commune of today that a code means, whether current or superseded.
    package static func current(code: String) -> Commune? {
        find(code: code) ?? successor(of: code)
    }
}
