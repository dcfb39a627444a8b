/// What a member of the union's staff may do on the pages.
package enum AccountRole: String, Codable, CaseIterable, Sendable {
    /// Reads and exports.
    case viewer
    /// Freezes bilans too.
    case publisher
}
