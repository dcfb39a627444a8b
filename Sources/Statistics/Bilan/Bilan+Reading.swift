extension Bilan {
    /// Reads a bilan that was written as JSON, with the figures that stand there.
    ///
    /// One whose rates had another definition is refused: its figures say something else.
    package init(json bytes: [UInt8]) throws {
        do {
            let members = try JSONMembers(try JSONReader.value(of: bytes))
            programme = try Self.programme(try members.object("programme"))
            asOf = try members.day("as_of")
            let (code, day) = (programme.code, asOf)
            lines = try members.objects("landlords").map { try BilanLine($0, code, asOf: day) }
            unexpected = try members.object("freshness").texts("unexpected")
            shares = try members.optionalObjects("shares").map { try BilanShare($0) }
            fresh = try BilanTotal(lines.filter(\.isFresh), objective: programme.objective)
            withLastKnown = try BilanTotal(lines, objective: programme.objective)
        } catch let failure as BilanFailure {
            throw failure
        } catch {
            throw BilanFailure.unreadable
        }
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

extension BilanLine {
    fileprivate init(_ members: JSONMembers, _ programme: String, asOf: UTCDay) throws {
        let landlord = try Landlord(code: members.text("code"), name: members.text("name"))
        switch try members.text("state") {
        case "never_received": try self.init(landlord: landlord, statement: nil, asOf: asOf)
        case "postdated":
            self.init(landlord: landlord, postdated: try members.day("cutoff"))
        default:
            let rates = try members.object("rates")
            let statement = try Statement(
                landlord: landlord,
                programme: programme,
                cutoff: members.day("cutoff"),
                version: members.integer("version"),
                counts: Self.counts(try members.object("counts")),
                objectiveShare: Self.objective(rates),
                unknownIndicators: members.integer("unknown_indicators")
            )
            try self.init(landlord: landlord, statement: statement, asOf: asOf)
        }
    }

    private static func counts(_ members: JSONMembers) throws -> Counts {
        try Counts(
            Dictionary(
                Indicator.allCases.map { ($0, try members.integer($0.code)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// The landlord's part of the objective, which stands as its rate's denominator.
    private static func objective(_ rates: JSONMembers) throws -> Int? {
        var share: Int?
        for kind in RateKind.allCases {
            guard let rate = try rates.optionalObject(kind.code) else { continue }
            guard try rate.text("definition") == kind.frenchDefinition else {
                throw BilanFailure.otherDefinition(rate: kind.code)
            }
            if kind == .objective { share = try rate.integer("denominator") }
        }
        return share
    }
}
