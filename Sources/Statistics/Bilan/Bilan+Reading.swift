extension Bilan {
    /// Reads a bilan that was written as JSON, with the figures that stand there.
    ///
    /// One whose rates had another definition is refused: its figures say something else.
    package init(json bytes: [UInt8]) throws {
        do {
            let members = try JSONMembers(try JSONReader.value(of: bytes))
            let programme = try Self.programme(try members.object("programme"))
            let asOf = try members.day("as_of")
            let totals = try members.object("totals")
            self.init(
                programme: programme,
                asOf: asOf,
                threshold: try members.integer("threshold"),
                persons: try Self.persons(try members.optionalObject("persons")),
                lines: try members.objects("landlords").map { try BilanLine($0, asOf: asOf) },
                fresh: try BilanTotal(totals.object("fresh"), objective: programme.objective),
                withLastKnown: try BilanTotal(
                    totals.object("with_last_known"),
                    objective: programme.objective
                ),
                shares: try members.optionalObjects("shares").map { try BilanShare($0) },
                unexpected: try members.object("freshness").texts("unexpected")
            )
        } catch let failure as BilanFailure {
            throw failure
        } catch {
            throw BilanFailure.unreadable
        }
    }

    private static func persons(
        _ members: JSONMembers?
    ) throws -> [PersonToken.Figure: PersonCount] {
        guard let members else { return [:] }
        var persons: [PersonToken.Figure: PersonCount] = [:]
        for figure in PersonToken.Figure.allCases {
            persons[figure] = try members.optionalObject(figure.rawValue).map(PersonCount.init)
        }
        return persons
    }

    private static func programme(_ members: JSONMembers) throws -> Programme {
        try Programme(
            code: members.text("code"),
            name: members.text("name"),
            objective: members.optionalInteger("objective"),
            start: members.day("start"),
            end: members.day("end")
        )
    }
}

extension BilanTotal {
    fileprivate init(_ members: JSONMembers, objective: Int?) throws {
        let counts = try members.optionalObject("counts").map { counts in
            try Counts(
                Dictionary(
                    Indicator.allCases.map { ($0, try counts.integer($0.code)) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
        try RateKind.checkDefinitions(in: members.object("rates"))
        try self.init(
            landlords: members.integer("landlords"),
            counts: counts,
            objective: objective
        )
    }
}

extension BilanLine {
    fileprivate init(_ members: JSONMembers, asOf: UTCDay) throws {
        landlord = try Landlord(code: members.text("code"), name: members.text("name"))
        switch try members.text("state") {
        case "never_received": state = .neverReceived
        case "postdated": state = .postdated(try members.day("cutoff"))
        default: state = .received(try Receipt(members, asOf: asOf))
        }
    }
}

extension BilanLine.Receipt {
    fileprivate init(_ members: JSONMembers, asOf: UTCDay) throws {
        let (counts, rates) = (try members.object("counts"), try members.object("rates"))
        try RateKind.checkDefinitions(in: rates)
        let shown = try LandlordFigures.indicators.compactMap { indicator in
            try counts.presentInteger(indicator.code).map { (indicator, $0) }
        }
        cutoff = try members.day("cutoff")
        version = try members.integer("version")
        unknownIndicators = try members.integer("unknown_indicators")
        ageDays = asOf.number - cutoff.number
        figures = try LandlordFigures(
            Dictionary(shown, uniquingKeysWith: { first, _ in first }),
            // The landlord's part of the objective stands as its rate's denominator.
            objective: rates.optionalObject(RateKind.objective.code)?.integer("denominator")
        )
    }
}

extension RateKind {
    /// Refuses a rate that had another definition: its figures say something else.
    fileprivate static func checkDefinitions(in rates: JSONMembers) throws {
        for kind in allCases {
            guard let rate = try rates.optionalObject(kind.code) else { continue }
            guard try rate.text("definition") == kind.frenchDefinition else {
                throw BilanFailure.otherDefinition(rate: kind.code)
            }
        }
    }
}
