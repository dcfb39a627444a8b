/// One way of saying where a person is counted: a single hierarchy, from everybody downwards.
///
/// A programme is no axis: a statement is for one programme, and its headline stands beside the
/// others' (Decision 19).
package enum Axis: String, CaseIterable, Sendable {
    case territory
    case neighbourhood
    case age
    case sex
    case month

    /// The name of this axis in statements and exports; it never changes.
    package var code: String { rawValue }

    /// What a node is at each depth below the root, coarse to fine.
    package var levels: [String] {
        switch self {
        case .territory: ["departement", "epci", "commune"]
        case .neighbourhood: ["status", "neighbourhood"]
        case .age: ["stage", "band"]
        case .sex: ["sex"]
        case .month: ["year", "quarter", "month"]
        }
    }

    /// Every leaf of an axis whose nodes the catalogue itself lists; nil where a list or a calendar
    /// gives them.
    package var listedLeaves: [NodePath]? {
        switch self {
        case .age:
            [
                ["under_30", "16_25"], ["under_30", "26_29"], ["30_54", "30_44"],
                ["30_54", "45_54"], ["55_over", "55_59"], ["55_over", "60_over"], ["not_stated"],
            ].map(NodePath.init(unchecked:))
        case .sex:
            ["woman", "man", "not_stated"].map { NodePath(unchecked: [$0]) }
        case .territory, .neighbourhood, .month: nil
        }
    }
}
