import Tenancy

extension Tenant {
    /// « MARTIN Zoé »: as people are looked for on a list.
    var listName: String { Self.listName(last: lastName, first: firstName) }

    static func listName(last: String, first: String) -> String {
        [last.uppercased(), first].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
