extension PersonCount {
    var json: JSONValue {
        switch self {
        case .distinct(let count):
            .object(["kind": .string("distinct"), "count": .integer(count)])
        case .landlordPersons(let count, let reason):
            .object([
                "kind": .string("landlord_persons"),
                "count": .integer(count),
                "because": .string(reason.code),
                "landlord": reason.landlord.map(JSONValue.string) ?? .null,
            ])
        }
    }

    init(_ members: JSONMembers) throws {
        let count = try members.integer("count")
        switch try members.text("kind") {
        case "distinct": self = .distinct(count)
        case "landlord_persons":
            let landlord = try members.optionalText("landlord")
            let code = try members.text("because")
            guard let reason = Reason(code: code, landlord: landlord) else {
                throw BilanFailure.unreadable
            }
            self = .landlordPersons(count, because: reason)
        default: throw BilanFailure.unreadable
        }
    }
}

extension PersonCount.Reason {
    fileprivate var code: String {
        switch self {
        case .notAllowed: "not_allowed"
        case .noTokens: "no_tokens"
        case .otherTokens: "other_tokens"
        case .twoPeriods: "two_periods"
        case .notCounted: "not_counted"
        }
    }

    fileprivate var landlord: String? {
        switch self {
        case .notAllowed(let code), .noTokens(let code), .otherTokens(let code): code
        case .twoPeriods, .notCounted: nil
        }
    }

    fileprivate init?(code: String, landlord: String?) {
        switch (code, landlord) {
        case ("not_allowed", let landlord?): self = .notAllowed(landlord: landlord)
        case ("no_tokens", let landlord?): self = .noTokens(landlord: landlord)
        case ("other_tokens", let landlord?): self = .otherTokens(landlord: landlord)
        case ("two_periods", nil): self = .twoPeriods
        case ("not_counted", nil): self = .notCounted
        default: return nil
        }
    }
}
