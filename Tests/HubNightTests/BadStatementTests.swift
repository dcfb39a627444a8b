import Custody
import CustodyKit
import Hub
import HubStorage
import Sealing
import Seams
import Statistics
import TestKit
import Testing

/// Every statement that the hub must not believe, from its road to the night's report.
struct BadStatementTests {
    /// How a statement reaches the hub.
    enum Road: CaseIterable {
        /// A file in the landlord's folder.
        case folder
        /// The mailbox that the hub's HTTP server fills.
        case http
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let reason: String
        let bytes: @Sendable () throws -> [UInt8]

        init(_ name: String, _ reason: String, _ bytes: @escaping @Sendable () throws -> [UInt8]) {
            testDescription = name
            self.reason = reason
            self.bytes = bytes
        }
    }

    private static func plain(replacing old: String, by new: String) throws -> [UInt8] {
        let valid = try Statement(
            landlord: Landlord(code: "B4", name: "Bailleur inventé"),
            programme: "400L",
            cutoff: unwrap(UTCDay(number: DetailedNight.day)),
            version: 7,
            counts: Counts([.registered: 24, .registeredPresent: 21, .participants: 24])
        ).canonicalBytes
        return try replace(old, by: new, in: valid)
    }

    private static func detailed(replacing old: String, by new: String) throws -> [UInt8] {
        try replace(old, by: new, in: DetailedNight(version: 7).bytes())
    }

    private static func replace(_ old: String, by new: String, in bytes: [UInt8]) throws -> [UInt8]
    {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(old) stands once")
        return Array(parts.joined(separator: new).utf8)
    }

    static let cases = [
        Case("a negative count", "a count is never negative") {
            try plain(replacing: #""registered":24"#, by: #""registered":-24"#)
        },
        Case("an absurd count", "over 1000000000") {
            try plain(replacing: #""registered":24"#, by: #""registered":2000000000"#)
        },
        Case("more present than registered", "makes 21, more than 'registered' with 20") {
            try plain(replacing: #""registered":24"#, by: #""registered":20"#)
        },
        Case("a headline of more persons than the tables", "fewer persons than the headline's") {
            try detailed(replacing: #""identified":120"#, by: #""identified":121"#)
        },
        Case("a version that goes backwards", "Version 2 comes after version 5, which stays") {
            try DetailedNight(persons: 90, version: 2).bytes()
        },
        Case("one version with two contents", "Version 5 is here with another content") {
            try DetailedNight(persons: 90, version: 5).bytes()
        },
        Case("a statement of another landlord", "each landlord sends its own") {
            try DetailedNight(code: "B5", version: 7).bytes()
        },
        Case("an unknown programme", "Programme '401L' is not declared here") {
            try plain(replacing: #""programme":"400L""#, by: #""programme":"401L""#)
        },
        Case("an unknown schema", "schema 3") {
            try plain(replacing: #""schema":1"#, by: #""schema":3"#)
        },
        Case("an unknown catalogue version", "Catalogue version 2 is not known here") {
            try detailed(replacing: #""catalogue":1"#, by: #""catalogue":2"#)
        },
        Case("a threshold below every policy", "The threshold 4 is not between") {
            try detailed(replacing: #""threshold":11"#, by: #""threshold":4"#)
        },
        Case("a filter outside the catalogue", "there is no other filter") {
            try detailed(replacing: #""sex-persons":{"#, by: #""shoe-persons":{"#)
        },
        Case("a QPV that does not exist", "axis 'neighbourhood' does not exist") {
            try DetailedNight(version: 7, neighbourhood: ["inside", "QN05999M"]).bytes()
        },
        Case("a QPV of the list of 2015", "axis 'neighbourhood' does not exist") {
            try DetailedNight(version: 7, neighbourhood: ["inside", "QP059001"]).bytes()
        },
        Case("a commune that does not exist", "axis 'territory' does not exist") {
            try DetailedNight(version: 7, territory: ["80", "248000531", "80999"]).bytes()
        },
        Case("a commune in an EPCI that is not its own", "axis 'territory' does not exist") {
            try DetailedNight(version: 7, territory: ["59", "200093201", "80021"]).bytes()
        },
        Case("a month that does not exist", "axis 'month' does not exist") {
            try DetailedNight(version: 7, month: ["2026", "2026-Q1", "2026-04"]).bytes()
        },
        Case("a month after the cutoff", "has a month after the cutoff") {
            try DetailedNight(version: 7, month: ["2026", "2026-Q1", "2026-03"]).bytes()
        },
        Case("a cutoff in a year", "after the day of reception") {
            try plain(
                replacing: #""cutoff_date":"2026-02-10","cutoff_day":20494"#,
                by: #""cutoff_date":"2027-02-10","cutoff_day":20859"#
            )
        },
    ]

    @Test(arguments: cases, Road.allCases)
    func `what is wrong is refused by name, the figures before stand, the report says so`(
        _ bad: Case,
        _ road: Road
    ) async throws {
        let world = try await NightWorld()
        try await send(DetailedNight(version: 5).bytes(), to: world, by: road, 1)
        #expect(try await world.night().statements.accepted == 1)
        let before = try await figures(world)
        world.clock.advance(days: 1)
        try await send(bad.bytes(), to: world, by: road, 2)
        let report = try await world.night()
        #expect(report.statements.accepted == 0)
        #expect(report.statements.refused.count == 1)
        let reason = try unwrap(report.statements.refused.first).reason
        #expect(reason.contains(bad.reason), "\(reason)")
        #expect(report.needsAttention)
        #expect(try await figures(world) == before)
        // What follows is taken: one bad statement stops nothing.
        try await send(DetailedNight(persons: 130, version: 8).bytes(), to: world, by: road, 3)
        #expect(try await world.night(again: true).statements.accepted == 1)
        #expect(try await figures(world) != before)
    }

    private func send(
        _ bytes: [UInt8],
        to world: NightWorld,
        by road: Road,
        _ sequence: Int
    ) async throws {
        switch road {
        case .folder: try world.leave(bytes, world.b4, world.first, version: sequence)
        case .http:
            let signed = try world.signed(bytes, world.first, "B4", sequence: UInt64(sequence))
            _ = try await world.mailbox(world.first).append(signed, on: world.clock.today)
        }
    }

    private func figures(_ world: NightWorld) async throws -> Counts? {
        try await world.office.store().register(programme: "400L").statement(of: "B4", in: "400L")?
            .counts
    }

    // MARK: Releases

    private func release(
        _ persons: [String: Int],
        in world: NightWorld,
        version: Int = 1
    ) async throws -> NightReport.Release {
        let store = try await world.office.store()
        for (code, count) in persons.sorted(by: { $0.key < $1.key }) {
            let statement = DetailedNight(code: code, persons: count, version: version)
            let reception = try store.receive(
                statementBytes: statement.bytes(),
                origin: code,
                receivedDay: world.clock.today,
                sender: code
            )
            #expect(reception == .accepted(version: version))
        }
        return try unwrap(try await world.night().releases.first)
    }

    @Test func `two landlords only make no release, and the report says why`() async throws {
        let world = try await NightWorld()
        let release = try await release(["B4": 300, "B5": 200], in: world)
        #expect(release.number == nil)
        #expect(release.reason?.contains("2 landlords sent persons and 3 are needed") == true)
    }

    @Test func `a landlord at 86 % makes no release, the one before stands, the report says why`()
        async throws
    {
        let world = try await NightWorld()
        try await world.expectThird()
        let first = try await release(["B4": 200, "B5": 200, "B6": 200], in: world)
        #expect(first.number == 1)
        let before = try await world.office.store().published("400L")
        world.clock.advance(days: 7)
        let second = try await release(["B4": 3_440, "B5": 280, "B6": 280], in: world, version: 2)
        #expect(second.number == nil)
        #expect(second.reason?.contains("more than 85 % of the persons") == true)
        #expect(try await world.office.store().published("400L") == before)
        world.clock.advance(days: 1)
        let third = try await release(["B4": 3_400, "B5": 300, "B6": 300], in: world, version: 3)
        #expect(third.number == 2, "85 % is not more than 85 %")
    }
}
