/// The latest statement of each landlord for each programme: a pure value.
///
/// The order of arrival does not matter and a repetition changes nothing, unless a sender used one
/// version number for two contents: then the first one stays and the other is refused by name.
package struct StatementRegister: Sendable, Equatable {
    private var latest: [Key: Statement] = [:]

    package init() {}

    /// The landlord and the programme that a statement is for.
    package struct Key: Sendable, Hashable {
        package let landlord: String
        package let programme: String
    }

    /// What became of a statement.
    package enum Insertion: Sendable, Equatable {
        /// It is the latest one now.
        case accepted
        /// It was here already.
        case unchanged
        /// A later version is here.
        case stale(latest: Int)
        /// Another content is here under the same version.
        case conflictingVersion(Int)
    }

    /// Keeps a statement if it is later than the one that is here.
    @discardableResult
    package mutating func insert(_ statement: Statement) -> Insertion {
        let key = Key(landlord: statement.landlord.code, programme: statement.programme)
        guard let present = latest[key], present.version >= statement.version else {
            latest[key] = statement
            return .accepted
        }
        if present.version > statement.version { return .stale(latest: present.version) }
        return present == statement ? .unchanged : .conflictingVersion(statement.version)
    }

    package func statement(of landlord: String, in programme: String) -> Statement? {
        latest[Key(landlord: landlord, programme: programme)]
    }

    /// The landlords that sent something for a programme, by code.
    package func landlords(in programme: String) -> [String] {
        latest.keys.filter { $0.programme == programme }.map(\.landlord)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
