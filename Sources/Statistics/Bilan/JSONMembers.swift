/// The members of a JSON object, each read in its type; anything else is unreadable.
struct JSONMembers {
    private let members: [String: JSONValue]

    init(_ value: JSONValue) throws {
        guard case .object(let members) = value else { throw BilanFailure.unreadable }
        self.members = members
    }

    private func value(_ name: String) throws -> JSONValue {
        guard let value = members[name] else { throw BilanFailure.unreadable }
        return value
    }

    func object(_ name: String) throws -> JSONMembers { try JSONMembers(try value(name)) }

    func optionalObject(_ name: String) throws -> JSONMembers? {
        guard let value = members[name], value != .null else { return nil }
        return try JSONMembers(value)
    }

    func text(_ name: String) throws -> String {
        guard case .string(let text) = try value(name) else { throw BilanFailure.unreadable }
        return text
    }

    func optionalText(_ name: String) throws -> String? {
        try value(name) == .null ? nil : try text(name)
    }

    func integer(_ name: String) throws -> Int {
        guard case .integer(let number) = try value(name) else { throw BilanFailure.unreadable }
        return number
    }

    func optionalInteger(_ name: String) throws -> Int? {
        try value(name) == .null ? nil : try integer(name)
    }

    /// The integer of a member that may be absent.
    func presentInteger(_ name: String) throws -> Int? {
        members[name] == nil ? nil : try integer(name)
    }

    func day(_ name: String) throws -> UTCDay {
        guard let day = UTCDay(iso: try text(name)) else { throw BilanFailure.unreadable }
        return day
    }

    func objects(_ name: String) throws -> [JSONMembers] {
        try items(name).map { try JSONMembers($0) }
    }

    /// None where the member is not there.
    func optionalObjects(_ name: String) throws -> [JSONMembers] {
        members[name] == nil ? [] : try objects(name)
    }

    func texts(_ name: String) throws -> [String] {
        try items(name).map { item in
            guard case .string(let text) = item else { throw BilanFailure.unreadable }
            return text
        }
    }

    private func items(_ name: String) throws -> [JSONValue] {
        guard case .array(let items) = try value(name) else { throw BilanFailure.unreadable }
        return items
    }
}
