/// The members of a statement on its way in, read one by one with their types.
struct StatementFields {
    private let members: [String: JSONValue]

    init(_ members: [String: JSONValue]) {
        self.members = members
    }

    func allowOnly(_ names: Set<String>) throws(StatementFailure) {
        guard names.isSuperset(of: members.keys) else { throw .unknownField }
    }

    func integer(_ field: StaticString) throws(StatementFailure) -> Int {
        guard case .integer(let value) = try member(field) else {
            throw .wrongType(field: field.description, expected: "an integer")
        }
        return value
    }

    func optionalInteger(_ field: StaticString) throws(StatementFailure) -> Int? {
        members[field.description] == nil ? nil : try integer(field)
    }

    func text(_ field: StaticString) throws(StatementFailure) -> String {
        guard case .string(let value) = try member(field) else {
            throw .wrongType(field: field.description, expected: "a text")
        }
        return value
    }

    func optionalFields(_ field: StaticString) throws(StatementFailure) -> StatementFields? {
        members[field.description] == nil ? nil : StatementFields(try object(field))
    }

    func landlord(_ field: StaticString) throws(StatementFailure) -> Landlord {
        let fields = StatementFields(try object(field))
        try fields.allowOnly(["code", "name"])
        let code = try fields.text("code")
        let name = try fields.text("name")
        do {
            return try Landlord(code: code, name: name)
        } catch {
            throw .name(error)
        }
    }

    /// The cutoff is written twice, for the machine and for the reader: both must agree.
    func cutoff() throws(StatementFailure) -> UTCDay {
        let number = try integer("cutoff_day")
        guard let day = UTCDay(number: number) else { throw .badCutoff(day: number) }
        guard day.isoText == (try text("cutoff_date")) else { throw .cutoffMismatch(day: number) }
        return day
    }

    func counts(
        _ field: StaticString
    ) throws(StatementFailure) -> (known: Counts, unknown: Int) {
        let members = try object(field)
        let fields = StatementFields(members)
        var counts = Counts.zero
        for indicator in Indicator.allCases {
            counts = try fields.adding(indicator, to: counts)
        }
        let unknown = members.filter { Indicator(code: $0.key) == nil }
        for value in unknown.values {
            guard case .integer(let count) = value, (0...Statement.largestCount).contains(count)
            else { throw .badUnknownIndicator }
        }
        return (counts, unknown.count)
    }

    private func adding(
        _ indicator: Indicator,
        to counts: Counts
    ) throws(StatementFailure) -> Counts {
        guard let value = members[indicator.code] else { throw .missingIndicator(indicator) }
        guard case .integer(let count) = value else {
            throw .wrongType(field: indicator.code, expected: "an integer")
        }
        var counts = counts
        do {
            try counts.set(indicator, to: count)
        } catch {
            throw .counts(error)
        }
        return counts
    }

    private func object(
        _ field: StaticString
    ) throws(StatementFailure) -> [String: JSONValue] {
        guard case .object(let members) = try member(field) else {
            throw .wrongType(field: field.description, expected: "an object")
        }
        return members
    }

    private func member(_ field: StaticString) throws(StatementFailure) -> JSONValue {
        guard let value = members[field.description] else {
            throw .missingField(field.description)
        }
        return value
    }
}
