/// A member of the union's staff who may read the pages.
package struct Account: Codable, Hashable, Sendable {
    /// The longest name, in bytes.
    static let longestName = 64

    package let name: String
    package let role: AccountRole

    package init(name: String, role: AccountRole) throws(AccountFailure) {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        guard allowed, (1...Self.longestName).contains(name.utf8.count) else { throw .badName }
        (self.name, self.role) = (name, role)
    }
}
