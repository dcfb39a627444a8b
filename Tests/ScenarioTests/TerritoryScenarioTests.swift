import Foundation
import Hub
import Records
import Region
import Statistics
import Tenancy
import TestKit
import Testing

/// Scenarios 9 and 15: lists that change under people who stay where they are.
struct TerritoryScenarioTests {
    /// What agents noted of 306 people: how many, and their codes.
    private static func groups() throws -> [(count: Int, fields: [TenantField: String])] {
        func code(_ filiation: PriorityNeighbourhood.Filiation) throws -> (String, String) {
            let area = try #require(
                PriorityNeighbourhoods.all.first { $0.filiation == filiation }
            )
            return (area.code, area.communes[0].code)
        }
        let identical = try code(.identical)
        let modified = try code(.modified)
        let new = try code(.new)
        return [
            // In a QPV of both lists: 212.
            (40, [.qpvCode: identical.0, .communeCode: identical.1]),
            (
                172,
                [.qpvCode: modified.0, .communeCode: modified.1, .qpvCode2015: "QP059001"]
            ),
            // In one of 2024 only: 9.
            (4, [.qpvCode: new.0, .communeCode: new.1]),
            (5, [.qpvCode: modified.0, .communeCode: modified.1, .qpvCode2015: "hors QPV"]),
            // In one of 2015 only: 2.
            (2, [.qpvCode: "HORS", .communeCode: "60360", .qpvCode2015: "QP060001"]),
            // Nobody knows yet for 2024: 5.
            (5, [.communeCode: "59512", .qpvCode2015: "HORS"]),
            // In none: no QPV of 2024 lies in that commune.
            (78, [.communeCode: "02001", .qpvCode2015: "HORS"]),
        ]
    }

    /// The landlord in December 2023, its 306 people having come.
    private func landlord() throws -> OneLandlord {
        let world = try OneLandlord(on: "2023-11-14")
        var people: [RecordID] = []
        for (count, fields) in try Self.groups() {
            for _ in 0..<count { people.append(try world.person(people.count, fields)) }
        }
        #expect(people.count == 306)
        try world.meet(people, on: "2023-11-14")
        try world.go(to: "2023-12-31")
        try world.send(on: "2023-12-31")
        return world
    }

    private func page(_ bilan: Bilan) -> String {
        String(decoding: BilanFormat.html.render(bilan), as: UTF8.self)
    }

    private func json(_ bytes: [UInt8]) throws -> [String: Any] {
        let all = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        )
        let shares = try #require(all["shares"] as? [[String: Any]])
        return try #require(shares.first { $0["code"] as? String == "neighbourhoods" })
    }

    @Test func `9: the frozen bilan of 2023 stays at 69,9 %, the live one is at 72,2 %`() throws {
        let world = try landlord()
        let eve = try OneLandlord.number("2023-12-31")
        _ = try world.hub.freeze(programme: OneLandlord.programme, day: eve, on: eve)
        let frozen = try frozenBytes(world, eve)
        try world.go(to: "2024-02-13")
        try world.send(on: "2024-02-13")
        let live = try world.bilan(on: "2024-02-13")

        let old = try json(frozen.json)
        #expect(old["list"] as? Int == 2015)
        #expect(old["numerator"] as? Int == 214)
        #expect(old["denominator"] as? Int == 306)
        #expect(old["value"] as? String == "0.6993")
        #expect(old["to_check"] as? Int == 0)
        #expect(frozen.html.contains("69,9\u{202F}%") && frozen.html.contains("(QPV 2015)"))
        #expect(!frozen.html.contains("QPV 2024"))

        let new = try json(BilanFormat.json.render(live))
        #expect(new["list"] as? Int == 2024)
        #expect(new["numerator"] as? Int == 221)
        #expect(new["denominator"] as? Int == 306)
        #expect(new["value"] as? String == "0.7222")
        #expect(new["to_check"] as? Int == 5)
        let text = page(live)
        #expect(text.contains("72,2\u{202F}%") && text.contains("(QPV 2024)"))
        #expect(text.contains("dont 5\u{A0}adresses «\u{A0}à vérifier\u{A0}»"))
        #expect(!text.contains("QPV 2015"))

        // The frozen one is what it was, also when it is read back and made again of the same day.
        #expect(try frozenBytes(world, eve).json == frozen.json)
        #expect(try BilanFormat.json.render(world.bilan(on: "2023-12-31")) == frozen.json)
        #expect(try Bilan(json: frozen.json).shares.map(\.numerator) == [214])
        #expect(try BilanFormat.json.render(Bilan(json: frozen.json)) == frozen.json)
    }

    private func frozenBytes(
        _ world: OneLandlord,
        _ day: Int
    ) throws -> (json: [UInt8], html: String) {
        let forms = try [BilanFormat.json, .html].map {
            try world.hub.frozenBytes(programme: OneLandlord.programme, day: day, as: $0)
        }
        return (forms[0], String(decoding: forms[1], as: UTF8.self))
    }

    @Test func `9: nine people come into a QPV and two leave one`() throws {
        let world = try landlord()
        let records = try world.neighbourhoodRecords()
        func count(_ before: NeighbourhoodAnswer, _ after: NeighbourhoodAnswer) -> Int {
            records.count { $0.answer(.of2015) == before && $0.answer(.of2024) == after }
        }
        #expect(count(.inside, .inside) == 212)
        #expect(count(.outside, .inside) == 9)
        #expect(count(.inside, .outside) == 2)
        #expect(count(.outside, .toCheck) == 5)
        #expect(count(.outside, .outside) == 78)
    }

    @Test func `9: landlords that answered under two lists are not added up`() throws {
        let world = try landlord()
        try world.hub.declare(
            programme: try world.store.programme(OneLandlord.programme),
            landlords: [
                try Landlord(code: "B4", name: "Bailleur fictif"),
                try Landlord(code: "B5", name: "Autre bailleur fictif"),
            ]
        )
        let other = try Statistics.Statement(
            landlord: Landlord(code: "B5", name: "Autre bailleur fictif"),
            programme: OneLandlord.programme,
            cutoff: #require(UTCDay(iso: "2024-01-10")),
            version: 1,
            counts: Counts([.participants: 20]),
            neighbourhoods: NeighbourhoodCounts(list: 2024, inside: 11, toCheck: 2)
        )
        let day = try OneLandlord.number("2024-01-10")
        try world.hub.receive(
            statementBytes: other.canonicalBytes,
            origin: "test",
            receivedDay: day
        )
        // One of two answered under the new list: the share would be that landlord's.
        #expect(try world.bilan(on: "2024-01-10").shares.isEmpty)
        try world.go(to: "2024-01-10")
        try world.send(on: "2024-01-10")
        let share = try #require(try world.bilan(on: "2024-01-10").shares.first)
        #expect(share.kind == .neighbourhoods(list: 2024) && share.landlords == 2)
        #expect(share.numerator == 232 && share.denominator == 326 && share.toCheck == 7)
    }

    @Test func `15: of a merged commune history keeps the old code and figures show the new`()
        throws
    {
        let movement = try #require(
            CommuneMovements.all.lazy.map(\.before.code).first {
                Communes.successor(of: $0) != nil
            }
        )
        let successor = try #require(Communes.successor(of: movement))
        let world = try OneLandlord(on: "2026-02-10")
        let people = try (0..<12).map {
            try world.person($0, [.communeCode: movement, .qpvCode: "HORS"])
        }
        try world.meet(people, on: "2026-02-10")
        let statement = try world.store.detailedStatement(programme: OneLandlord.programme)
        let table = try statement.catalogue.table(code: "territory-persons")
        let path = try NodePath(PlaceCodes.territory(of: successor))
        #expect(statement.tables[table]?.blocks.mapValues(\.counts) == [path: [12]])
        // The hub knows the new place; a statement of the old one it would refuse.
        try world.send(on: "2026-02-10")
        #expect(try world.communeCodes() == [movement])
        #expect(try world.store.tenantsToVerify().isEmpty)
    }
}
