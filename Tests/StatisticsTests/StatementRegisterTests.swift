import Statistics
import Testing

struct StatementRegisterTests {
    private func statement(_ code: String, version: Int, registered: Int) throws -> Statement {
        try PhaseOne.statement(
            code,
            .init(identified: 60, registered: registered, present: 10, unknown: 2),
            version: version
        )
    }

    private func permutations<Element>(_ items: [Element]) -> [[Element]] {
        guard let first = items.first else { return [[]] }
        return permutations(Array(items.dropFirst())).flatMap { rest in
            (0...rest.count).map { index in
                var permutation = rest
                permutation.insert(first, at: index)
                return permutation
            }
        }
    }

    @Test func `every order of arrival gives the same register`() throws {
        let statements = try [
            statement("B1", version: 1, registered: 20),
            statement("B1", version: 2, registered: 18),
            statement("B1", version: 3, registered: 25),
            statement("B2", version: 7, registered: 30),
            statement("B2", version: 8, registered: 31),
            statement("B1", version: 3, registered: 25),
        ]
        var registers: [StatementRegister] = []
        for permutation in permutations(statements) {
            var register = StatementRegister()
            for statement in permutation { register.insert(statement) }
            registers.append(register)
        }
        #expect(registers.count == 720)
        #expect(registers.allSatisfy { $0 == registers[0] })
        #expect(registers[0].statement(of: "B1", in: "phase-1")?.version == 3)
        #expect(registers[0].statement(of: "B2", in: "phase-1")?.version == 8)
        #expect(registers[0].landlords(in: "phase-1") == ["B1", "B2"])
    }

    @Test func `a repetition changes nothing`() throws {
        var register = StatementRegister()
        let statement = try statement("B1", version: 2, registered: 20)
        #expect(register.insert(statement) == .accepted)
        let before = register
        #expect(register.insert(statement) == .unchanged)
        #expect(register == before)
    }

    @Test func `an older version is stale`() throws {
        var register = StatementRegister()
        register.insert(try statement("B1", version: 2, registered: 20))
        let before = register
        #expect(
            register.insert(try statement("B1", version: 1, registered: 19)) == .stale(latest: 2)
        )
        #expect(register == before)
    }

    @Test func `one version with two contents keeps the first and names the conflict`() throws {
        var register = StatementRegister()
        register.insert(try statement("B1", version: 2, registered: 20))
        let before = register
        #expect(
            register.insert(try statement("B1", version: 2, registered: 21))
                == .conflictingVersion(2)
        )
        #expect(register == before)
    }
}
