import Foundation
import GRDB
import Records
import ReplicaStore
import Statistics
import Tenancy
import Testing

/// Whatever agents do, the tables count the persons of the headline, and all of them.
struct RandomStatementTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `tables add up to the headline, and the headline is that of the plain statement`(
        seed: UInt64
    ) throws {
        let world = try ProgrammeWorld(seed: seed)
        try world.live(steps: 500)
        let store = world.laptops.a
        let plain = try store.statement(programme: Laptops.programme)
        let statement = try store.detailedStatement(programme: Laptops.programme, k: 5)
        #expect(statement.headline.counts == plain.counts)
        #expect(statement.headline.cutoff == plain.cutoff)
        try checkAnswers(of: statement)
        #expect(statement.persons == (try counted(in: store)))
        let back = try DetailedStatement(bytes: statement.canonicalBytes)
        #expect(back == statement)
    }

    private func checkAnswers(of statement: DetailedStatement) throws {
        let counts = statement.headline.counts
        let outsiders = statement.persons - counts[.participants]
        let exits = [
            Indicator.outcomesDurable, .outcomesTransition, .outcomesPositive, .outcomesOther,
        ].map { counts[$0] }
        for axis in Axis.allCases {
            func total(_ variable: String, _ step: Int) throws -> [Int] {
                let code = "\(axis.code)-\(variable)-\(step)"
                let table = try statement.catalogue.table(code: code)
                return try #require(statement.tables[table]?.total).counts
            }
            #expect(
                try total("outcome", 3)
                    == exits + [counts[.inSupport], counts[.withoutNews], outsiders]
            )
            let unknown = counts[.unknownToInstitutions]
            let silent = counts[.institutionsNotStated]
            #expect(
                try total("institutions", 3)
                    == [
                        unknown, counts[.participants] - unknown - silent, silent, outsiders,
                    ]
            )
            let funnel = try total("funnel", 3)
            #expect(funnel.last == exits.reduce(0, +))
            #expect(funnel[3...].reduce(0, +) >= counts[.participants])
            #expect(funnel.allSatisfy { $0 > 0 }, "a world in which nothing happens proves nothing")
        }
    }

    /// Everybody whom the programme knows, found the slow way: by asking of each file who it is.
    private func counted(in store: LandlordStore) throws -> Int {
        let events = try store.events().filter { $0.programme == Laptops.programme }
        var people: Set<RecordID> = []
        for event in events {
            for line in try store.attendanceList(ofEvent: event.id) {
                let isExpected = [.registered, .withdrawn].contains(line.registration)
                if line.status == .seen || isExpected && line.status != .revoked {
                    people.insert(line.tenant)
                }
            }
        }
        return try store.replica.read { database in
            let roots = try TenantRoots(database)
            for table in ["identification", "referral"] {
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT tenant FROM \(table) WHERE programme = ?",
                    arguments: [Laptops.programme]
                )
                for row in rows {
                    people.insert(
                        roots.root(
                            of: try #require(
                                (row["tenant"] as Data?).flatMap { RecordID(bytes: $0) }
                            )
                        )
                    )
                }
            }
            return people.count
        }
    }
}
