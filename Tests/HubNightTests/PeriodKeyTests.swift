import Custody
import Membership
import Region
import ReplicaStore
import Sealing
import Statistics
import TestKit
import Testing

/// The key of a period on its way from its maker to the other administrators, past a hub that may lie.
struct PeriodKeyTests {
    private func world() async throws -> RegionWorld {
        let world = try await RegionWorld(["B1", "B2", "B3"])
        try await world.passNight()
        return world
    }

    private func code(of work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch let error as CustodyError {
            return error.message.split(separator: "[").last.map { String($0.dropLast()) }
        } catch { return "\(error)" }
    }

    @Test func `the key reaches every administrator, and is the same after the keyring was closed`()
        async throws
    {
        let world = try await world()
        let maker = try world.house("B1")
        for other in ["B2", "B3"] { try world.compare(maker, try world.house(other)) }
        try await world.share(period: "2026", madeBy: maker)
        let made = try unwrap(maker.custody.periodKey("2026"))
        for house in world.houses { #expect(house.custody.periodKey("2026") == made) }
        #expect(try !maker.custody.makePeriodKey("2026"), "it is drawn once")
        let again = try DeviceCustody.unlock(
            in: maker.folder,
            with: "une phrase inventée pour les tests",
            costing: KeyDerivation(log2Rounds: 15, parallelism: 1),
            maker.environment
        )
        defer { try? again.close() }
        #expect(again.periodKey("2026") == made)
        #expect("\(made)" == "SecretBytes")
        #expect(again.periods == ["2026"])
    }

    @Test
    func `nothing is sealed to an administrator, nor taken of one, before words are compared`()
        async throws
    {
        let world = try await world()
        let (maker, other) = (try world.house("B1"), try world.house("B2"))
        _ = try maker.custody.makePeriodKey("2026")
        let card = try world.card(of: "B2", at: maker)
        #expect(
            code { _ = try maker.custody.sealPeriodKey("2026", to: card, of: "B2") }
                == "not-compared"
        )
        try maker.custody.compare(card, of: "B2", told: other.custody.words.description)
        let letter = try maker.custody.sealPeriodKey("2026", to: card, of: "B2")
        func take() throws {
            _ = try other.custody.take(periodKey: letter.bytes, of: "2026", madeBy: "B1")
        }
        #expect(code(of: take) == "not-compared")
        try world.compare(other, maker)
        #expect(code(of: take) == nil)
    }

    @Test func `a hub that passes on its own keys is found by the words`() async throws {
        let world = try await world()
        let (maker, other) = (try world.house("B1"), try world.house("B2"))
        let hubs = try world.card(of: "B3", at: maker)
        #expect(
            code {
                try maker.custody.compare(hubs, of: "B2", told: other.custody.words.description)
            }
                == "code-mismatch"
        )
        // After the words were compared, a card that is exchanged is another administrator's.
        try world.compare(maker, other)
        _ = try maker.custody.makePeriodKey("2026")
        #expect(
            code { _ = try maker.custody.sealPeriodKey("2026", to: hubs, of: "B2") }
                == "not-compared"
        )
    }

    @Test func `a letter of somebody else, for somebody else, or altered is refused by name`()
        async throws
    {
        let world = try await world()
        let houses = world.houses
        let (maker, other, third) = (houses[0], houses[1], houses[2])
        for house in [other, third] { try world.compare(maker, house) }
        try world.compare(other, third)
        for house in [maker, third] { _ = try house.custody.makePeriodKey("2026") }
        func take(_ bytes: [UInt8], _ period: String = "2026") -> String? {
            code { _ = try other.custody.take(periodKey: bytes, of: period, madeBy: "B1") }
        }
        let card = try world.card(of: "B2", at: third)
        let thirds = try third.custody.sealPeriodKey("2026", to: card, of: "B2")
        #expect(take(thirds.bytes) == "other-administrator")
        let toThird = try maker.custody.sealPeriodKey(
            "2026",
            to: world.card(of: "B3", at: maker),
            of: "B3"
        )
        #expect(take(toThird.bytes) == "no-stanza-for-me")
        let letter = try maker.custody.sealPeriodKey(
            "2026",
            to: world.card(of: "B2", at: maker),
            of: "B2"
        )
        var altered = letter.bytes
        altered[altered.count - 80] ^= 1
        #expect(take(altered) == "signature")
        #expect(take(letter.bytes, "2027") == "other-period")
        #expect(take(letter.bytes) == nil)
        #expect(other.custody.periodKey("2026") == maker.custody.periodKey("2026"))
        #expect(other.custody.periodKey("2026") != third.custody.periodKey("2026"))
    }

    @Test func `another key of a period that is here already is refused`() async throws {
        let world = try await world()
        let (maker, other) = (try world.house("B1"), try world.house("B2"))
        try world.compare(maker, other)
        for house in [maker, other] { _ = try house.custody.makePeriodKey("2026") }
        let card = try world.card(of: "B2", at: maker)
        let letter = try maker.custody.sealPeriodKey("2026", to: card, of: "B2")
        #expect(
            code { _ = try other.custody.take(periodKey: letter.bytes, of: "2026", madeBy: "B1") }
                == "period-key-differs"
        )
    }
}
