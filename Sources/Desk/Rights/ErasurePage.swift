import Tenancy

/// What goes and what stays, before people are erased.
struct ErasurePage {
    struct Hidden {
        let name: String
        let value: String
    }

    let names: [String]
    let rows: String
    let partners: String?
    let path: String
    let back: String
    /// The fields that the form bears on.
    let hidden: [Hidden]

    init(
        _ visit: DeskVisit,
        _ people: [Tenant],
        rows: Int,
        partners: [String],
        path: String,
        hidden: [Hidden]
    ) {
        names = people.map(\.listName)
        self.rows = visit.language.count(rows, "erasedRows")
        self.partners =
            partners.isEmpty
            ? nil
            : visit.language.word(
                "staysPartners",
                ["partenaires": partners.joined(separator: ", ")]
            )
        self.path = path
        back = "/droits"
        self.hidden = hidden
    }
}
