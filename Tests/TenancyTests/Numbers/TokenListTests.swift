import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit
import Testing

/// The tokens of a statement: one for each person whom it counts, and who has none is counted beside.
struct TokenListTests {
    private let laptops: Laptops
    private let event: RecordID

    init() throws {
        laptops = try Laptops(1)
        event = try laptops.event()
    }

    private func register(_ last: String, born: String? = "29/02/1984") throws -> RecordID {
        var typed: [TenantField: String] = [.lastName: last, .firstName: "Camille"]
        typed[.birthDate] = born
        let (tenant, _) = try laptops.a.addTenant(typed)
        try laptops.a.register(tenant.id, for: event)
        return tenant.id
    }

    private func tokens(_ byte: UInt8 = 1) throws -> (
        list: TokenList, statement: Statistics.Statement
    ) {
        try laptops.go(to: 9)
        let statement = try laptops.a.statement(programme: Laptops.programme)
        let key = try unwrap(PeriodKey(period: "2026", bytes: Array(repeating: byte, count: 32)))
        let list = try laptops.a.tokens(of: statement, region: "32", under: key)
        return (list, statement)
    }

    @Test func `merged files are one token, and who has no day of birth is counted beside`() throws
    {
        let first = try register("Essai")
        let second = try register("Essay")
        _ = try register("Exemple", born: nil)
        try laptops.a.merge(keep: first, merge: second)
        let (list, statement) = try tokens()
        #expect(statement.counts[.registered] == 2)
        #expect(list.tokens[.registered]?.count == 1)
        #expect(list.untold == [.registered: 1])
        #expect(list.tokens[.participants] == nil)
        #expect(list.matches(statement))
    }

    @Test func `two files of one name and day that nobody merged count twice, as in the headline`()
        throws
    {
        _ = try register("Essai Lefèvre")
        _ = try register("ESSAI-LEFEVRE")
        let (list, statement) = try tokens()
        #expect(statement.counts[.registered] == 2)
        #expect(list.tokens[.registered]?.count == 1)
        #expect(list.untold == [.registered: 1])
    }

    @Test func `the token is that of the person, and another key makes others`() throws {
        _ = try register("Essai")
        let person = try unwrap(
            PersonIdentity(surname: "Essai", firstName: "Camille", birthDate: "1984-02-29")
        )
        let key = try unwrap(PeriodKey(period: "2026", bytes: Array(repeating: 1, count: 32)))
        let token = PersonToken(of: person, in: .registered, region: "32", under: key)
        #expect(try tokens().list.tokens[.registered] == [token])
        #expect(try tokens(2).list.tokens[.registered] != [token])
    }
}
