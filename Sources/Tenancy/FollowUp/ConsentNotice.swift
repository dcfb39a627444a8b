/// The words that a person is read before they agree, by their version.
package enum ConsentNotice {
    /// The version that is read today; another wording has another version.
    package static let current = "2026-1"
}
