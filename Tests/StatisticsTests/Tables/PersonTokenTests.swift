import InventedPeople
import Statistics
import Testing

/// One person counted once, by tokens that tell nothing else.
struct PersonTokenTests {
    private func key(_ period: String = "2026", _ byte: UInt8 = 1) throws -> PeriodKey {
        try #require(PeriodKey(period: period, bytes: Array(repeating: byte, count: 32)))
    }

    private func identity(_ last: String, _ first: String, _ born: String = "1984-02-29") throws
        -> PersonIdentity
    {
        try #require(PersonIdentity(surname: last, firstName: first, birthDate: born))
    }

    private func token(_ last: String, _ first: String, _ born: String = "1984-02-29") throws
        -> PersonToken
    {
        PersonToken(
            of: try identity(last, first, born),
            in: .participants,
            region: "32",
            under: try key()
        )
    }

    @Test func `the same person has the same token however the name is written`() throws {
        let token = try token("De Lattre", "Jean-François")
        for (last, first) in [
            ("DELATTRE", "JEAN FRANCOIS"), ("de lattre", "jean-franc\u{327}ois"),
            ("De-Lattre", "Jeanfrançois"), ("  De  Lattre ", "Jean François."),
        ] {
            #expect(try self.token(last, first) == token, "\(last) \(first)")
        }
        #expect(try self.token("Delattre", "Jean-François", "1984-02-28") != token)
        #expect(try self.token("Delattre", "Jean") != token)
    }

    @Test func `a token has these digits, whatever program makes it`() throws {
        // HMAC-SHA256 of length-prefixed fields, computed with Python's hmac.
        #expect(try token("Exemple", "Éléonore").text == "f6d6d1d5bba386a3385f88c512c07884")
    }

    @Test func `tokens of two figures, periods, regions or keys are not of one person`() throws {
        let person = try identity("Exemple", "Camille")
        var tokens: Set<PersonToken> = []
        for figure in PersonToken.Figure.allCases {
            for region in ["32", "11"] {
                for key in [try key(), try key("2027"), try key("2026", 2)] {
                    tokens.insert(PersonToken(of: person, in: figure, region: region, under: key))
                }
            }
        }
        #expect(tokens.count == 12)
    }

    @Test func `a name or a day that is missing makes no token, and no secret is printed`() throws {
        #expect(PersonIdentity(surname: " - ", firstName: "A", birthDate: "1984-02-29") == nil)
        #expect(PersonIdentity(surname: "A", firstName: "B", birthDate: "29/02/1984") == nil)
        #expect(PeriodKey(period: "2026", bytes: [1, 2, 3]) == nil)
        #expect("\(try identity("Exemple", "Camille"))" == "PersonIdentity")
        #expect("\(try key())" == "PeriodKey(2026)")
    }

    /// Scenario 5: somebody who attended at B2 and then at B6.
    private func lists(_ statements: [Statement], shared: Int) throws -> [TokenList] {
        let letters = ["A", "B", "C", "D", "E", "F", "G", "H"]
        return try statements.map { statement in
            var tokens: [PersonToken.Figure: Set<PersonToken>] = [:]
            for figure in PersonToken.Figure.allCases {
                let count = statement.counts[figure.indicator]
                tokens[figure] = Set(
                    try (0..<count).map { index in
                        let isShared =
                            index < shared && ["B2", "B6"].contains(statement.landlord.code)
                        let owner =
                            isShared
                            ? "Q"
                            : letters[statement.landlord.code.utf8.last.map { Int($0 - 0x31) } ?? 0]
                        let name = "Exemple \(owner) " + String(repeating: "x", count: index)
                        return PersonToken(
                            of: try identity(name, "Camille"),
                            in: figure,
                            region: "32",
                            under: try key()
                        )
                    }
                )
            }
            return TokenList(statement, period: "2026", tokens: tokens, untold: [:])
        }
    }

    private func statements() throws -> [Statement] {
        try PhaseOne.numbers.map { code, numbers in
            let more = code == "B6" ? 1 : 0
            return try PhaseOne.statement(
                code,
                PhaseOne.Numbers(
                    identified: numbers.identified,
                    registered: numbers.registered + more,
                    present: numbers.present + more,
                    unknown: numbers.unknown
                )
            )
        }
    }

    @Test func `somebody who moved is one person where every landlord allows it`() throws {
        let statements = try statements()
        let lists = try lists(statements, shared: 1)
        let all = try ReleasePolicy(tokenLandlords: Set(statements.map(\.landlord.code)))
        func count(_ figure: PersonToken.Figure, _ policy: ReleasePolicy) -> PersonCount {
            PersonCount(figure, statements, tokens: lists, policy: policy)
        }
        #expect(count(.registered, all) == .distinct(340))
        #expect(count(.participants, all) == .distinct(306))
        let some = try ReleasePolicy(tokenLandlords: ["B1"])
        #expect(
            count(.participants, some)
                == .landlordPersons(307, because: .notAllowed(landlord: "B2"))
        )
        #expect(count(.participants, some).text == "307\u{A0}personnes-bailleur")
    }

    @Test func `tokens that do not account for every person are not used`() throws {
        let statements = try statements()
        let all = try ReleasePolicy(tokenLandlords: Set(statements.map(\.landlord.code)))
        var lists = try lists(statements, shared: 1)
        let missing = Array(lists.dropLast())
        #expect(
            PersonCount(.registered, statements, tokens: missing, policy: all)
                == .landlordPersons(341, because: .noTokens(landlord: "B8"))
        )
        lists[0] = TokenList(statements[0], period: "2026", tokens: [:], untold: [:])
        #expect(
            PersonCount(.registered, statements, tokens: lists, policy: all)
                == .landlordPersons(341, because: .otherTokens(landlord: "B1"))
        )
        lists[0] = TokenList(statements[0], period: "2026", tokens: [:], untold: [.registered: 48])
        #expect(PersonCount(.registered, statements, tokens: lists, policy: all) == .distinct(340))
    }

    @Test func `a list of tokens comes back in the same bytes and tells nothing by its order`()
        throws
    {
        let list = try lists(Array(try statements().prefix(1)), shared: 0)[0]
        let back = try #require(TokenList(bytes: list.canonicalBytes))
        #expect(back == list && back.canonicalBytes == list.canonicalBytes)
        #expect(list.canonicalBytes.count % 4_096 == 0)
        #expect(TokenList(bytes: list.canonicalBytes + [0x20]) == nil)
    }

    @Test func `what the folding of names mends and misses is measured`() throws {
        var people = PersonGenerator(seed: 77)
        var random = SeededGenerator(seed: 78)
        let persons = people.people(4_000)
        for typo in NameTypo.allCases {
            var tried = 0
            var missed = 0
            for person in persons {
                let born = NameTypo.iso(person.birthDate)
                guard let written = typo.written(person, &random) else { continue }
                tried += 1
                let own = try token(person.lastName, person.firstName, born)
                if try token(written.last, written.first, written.born) != own { missed += 1 }
            }
            print("tokens, \(typo.rawValue): \(missed) missed of \(tried)")
            #expect(tried > 0)
            // A letter lost may be a space.
            let isMissed = missed * 100 > tried * 99
            #expect(typo.isMended ? missed == 0 : isMissed, "\(typo.rawValue)")
        }
        let tokens = Set(
            try persons.map { try token($0.lastName, $0.firstName, NameTypo.iso($0.birthDate)) }
        )
        #expect(tokens.count == persons.count, "two persons under one token")
    }
}
