/// The commune movements of Hauts-de-France since 2015, parsed once when first asked for.
package enum CommuneMovements {
    /// Every movement, latest first.
    package static let all: [CommuneMovement] = EmbeddedTable.rows(
        of: CommuneMovementsText.csv,
        width: 8
    ).compactMap(movement)

    /// Where each code went; the latest movement wins, since the list runs backwards in time.
    private static let nextCode = Dictionary(
        all.filter(\.changesCode).map { ($0.before.code, $0.after.code) },
        uniquingKeysWith: { latest, _ in latest }
    )

    /// The code of the commune that took in this one, one step on.
    static func next(after code: String) -> String? { nextCode[code] }

    private static func movement(_ fields: [String]) -> CommuneMovement? {
        guard let kind = Int(fields[1]).flatMap(CommuneMovement.Kind.init(rawValue:)),
            let before = side(fields[2...4]), let after = side(fields[5...7])
        else { return nil }
        return CommuneMovement(date: fields[0], kind: kind, before: before, after: after)
    }

    private static func side(_ fields: ArraySlice<String>) -> CommuneMovement.Side? {
        let fields = Array(fields)
        guard let status = CommuneMovement.Status(rawValue: fields[0]) else { return nil }
        return CommuneMovement.Side(status: status, code: fields[1], name: fields[2])
    }
}
