import Statistics
import Testing

/// The invented region of phase 1: eight landlords, with what each one counts.
enum PhaseOne {
    struct Numbers {
        let identified: Int
        let registered: Int
        let present: Int
        let unknown: Int
    }

    static let numbers: [(code: String, Numbers)] = [
        ("B1", Numbers(identified: 56, registered: 48, present: 44, unknown: 9)),
        ("B2", Numbers(identified: 61, registered: 52, present: 47, unknown: 10)),
        ("B3", Numbers(identified: 43, registered: 36, present: 31, unknown: 5)),
        ("B4", Numbers(identified: 71, registered: 60, present: 55, unknown: 12)),
        ("B5", Numbers(identified: 33, registered: 28, present: 25, unknown: 4)),
        ("B6", Numbers(identified: 52, registered: 44, present: 40, unknown: 8)),
        ("B7", Numbers(identified: 47, registered: 40, present: 35, unknown: 7)),
        ("B8", Numbers(identified: 37, registered: 32, present: 29, unknown: 6)),
    ]

    /// What the hub last knew of B5 before three silent nights.
    static let lastKnownB5 = Numbers(identified: 29, registered: 22, present: 19, unknown: 3)

    /// 13 February 2023.
    static let day = 19_401

    static func date(_ number: Int) throws -> UTCDay {
        try #require(UTCDay(number: number))
    }

    static func landlord(_ code: String) throws -> Landlord {
        try Landlord(code: code, name: "Bailleur fictif \(code)")
    }

    static func landlords() throws -> [Landlord] {
        try numbers.map { try landlord($0.code) }
    }

    static func programme(objective: Int? = 400) throws -> Programme {
        try Programme(
            code: "phase-1",
            name: "400 locataires vers l'emploi",
            objective: objective,
            start: date(day - 150),
            end: date(day + 30)
        )
    }

    static func counts(_ numbers: Numbers) throws -> Counts {
        try Counts([
            .identified: numbers.identified, .contacted: numbers.identified,
            .registered: numbers.registered, .registeredPresent: numbers.present,
            .participants: numbers.present, .appointmentsSeen: numbers.present,
            .noShow: numbers.registered - numbers.present,
            .unknownToInstitutions: numbers.unknown,
        ])
    }

    static func statement(
        _ code: String,
        _ numbers: Numbers,
        cutoff: Int = day,
        version: Int = 1
    ) throws -> Statement {
        try Statement(
            landlord: landlord(code),
            programme: "phase-1",
            cutoff: date(cutoff),
            version: version,
            counts: counts(numbers),
            objectiveShare: 50
        )
    }

    /// Every statement of the day.
    static func statements() throws -> [Statement] {
        try numbers.map { try statement($0.code, $0.1, version: 2) }
    }

    /// Every statement of the day but B5's, whose last one is of three nights ago.
    static func statementsWithSilentB5() throws -> [Statement] {
        try statements().filter { $0.landlord.code != "B5" }
            + [statement("B5", lastKnownB5, cutoff: day - 3)]
    }

    static func bilan(
        of statements: [Statement],
        objective: Int? = 400,
        asOf: Int = day,
        threshold: Int = 5
    ) throws -> Bilan {
        var register = StatementRegister()
        for statement in statements { register.insert(statement) }
        return try Bilan(
            register: register,
            programme: programme(objective: objective),
            expected: landlords(),
            asOf: date(asOf),
            threshold: threshold
        )
    }
}
