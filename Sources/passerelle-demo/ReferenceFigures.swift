/// What one landlord does in the programme: how many people it finds, registers, sees, and of those
/// how many no institution of employment knew.
///
/// The landlords and the numbers are invented; together they are those of the reference phase:
/// 400 identified, 340 registered, 306 present, 61 unknown.
struct ReferenceFigures: Sendable {
    let code: String
    let identified: Int
    let registered: Int
    let present: Int
    let unknown: Int
    /// How many of them come to the first event; the others come to the second.
    let first: (registered: Int, present: Int, unknown: Int)

    init(_ code: String, _ identified: Int, _ registered: Int, _ present: Int, _ unknown: Int) {
        self.code = code
        self.identified = identified
        self.registered = registered
        self.present = present
        self.unknown = unknown
        // B5's first statement is the one that the silent nights fall back on.
        first =
            code == "B5"
            ? (22, 19, 3) : (registered * 2 / 3, present * 2 / 3, unknown * 2 / 3)
    }

    static let landlords = [
        ReferenceFigures("B1", 56, 48, 44, 9), ReferenceFigures("B2", 61, 52, 47, 10),
        ReferenceFigures("B3", 43, 36, 31, 5), ReferenceFigures("B4", 71, 60, 55, 12),
        ReferenceFigures("B5", 33, 28, 25, 4), ReferenceFigures("B6", 52, 44, 40, 8),
        ReferenceFigures("B7", 47, 40, 35, 7), ReferenceFigures("B8", 37, 32, 29, 6),
    ]

    /// The name that the hub shows.
    var name: String { "Bailleur inventé \(code)" }
}
