import GRDB
import Hub
import Statistics
import TestKit
import Testing

struct FrozenBilanTests {
    private let world: PageWorld

    init() throws { world = try PageWorld() }

    private func bytes(_ format: BilanFormat) throws -> [UInt8] {
        try world.store.frozenBytes(programme: "400L", day: PageWorld.day, as: format)
    }

    @Test func `a late statement changes the live bilan and not the frozen one`() throws {
        let before = try world.store.bilan(programme: "400L", asOf: PageWorld.day)
        let first = try world.store.freeze(programme: "400L", day: PageWorld.day, on: PageWorld.day)
        #expect(first.isNew)
        try PageWorld.send("B3", registered: 9, present: 9, day: PageWorld.day, to: world.store)
        let second = try world.store.freeze(
            programme: "400L",
            day: PageWorld.day,
            on: PageWorld.day
        )
        #expect(!second.isNew)
        #expect(second.frozen == first.frozen)
        for format in BilanFormat.allCases {
            #expect(try bytes(format) == format.render(before.forPublication))
        }
        #expect(try world.store.bilan(programme: "400L", asOf: PageWorld.day) != before)
        #expect(try BilanFormat.json.render(Bilan(json: bytes(.json))) == bytes(.json))
    }

    @Test func `a day that has not come is not frozen`() {
        #expect(throws: HubFailure.freezesTheFuture(day: PageWorld.day + 1)) {
            try world.store.freeze(programme: "400L", day: PageWorld.day + 1, on: PageWorld.day)
        }
    }

    @Test func `kept bytes that were altered are refused`() throws {
        _ = try world.store.freeze(programme: "400L", day: PageWorld.day, on: PageWorld.day)
        try world.store.queue.write { database in
            try database.execute(sql: "DROP TRIGGER frozen_bilan_stays")
            try database.execute(sql: "UPDATE frozen_bilan SET body = x'00' WHERE format = 'csv'")
        }
        #expect(throws: HubFailure.self) { try bytes(.csv) }
        #expect(try !bytes(.json).isEmpty)
    }
}
