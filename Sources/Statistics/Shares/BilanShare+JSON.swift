extension BilanShare {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "code": .string(code),
            "label": .string(frenchLabel),
            "landlords": .integer(landlords),
            "numerator": .integer(numerator),
            "denominator": .integer(denominator),
            "value": decimalText.map(JSONValue.string) ?? .null,
            "definition": .string(frenchDefinition),
        ]
        if case .neighbourhoods(let list) = kind { members["list"] = .integer(list) }
        if let toCheck { members["to_check"] = .integer(toCheck) }
        return .object(members)
    }

    /// Reads a share of a bilan that was kept, with the figures that stand there.
    init(_ members: JSONMembers) throws {
        switch try members.text("code") {
        case "neighbourhoods":
            kind = .neighbourhoods(list: try members.integer("list"))
            toCheck = try members.integer("to_check")
        case "insertion_hours":
            kind = .insertionHours
            toCheck = nil
        default: throw BilanFailure.unreadable
        }
        landlords = try members.integer("landlords")
        numerator = try members.integer("numerator")
        denominator = try members.integer("denominator")
        for number in [landlords, numerator, denominator, toCheck ?? 0] {
            guard (0...Rate.largestPart).contains(number) else { throw BilanFailure.unreadable }
        }
        guard try members.text("definition") == frenchDefinition else {
            throw BilanFailure.otherDefinition(rate: code)
        }
    }
}
