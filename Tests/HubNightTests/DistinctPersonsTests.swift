import BundleFormat
import Causality
import Custody
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Hub
import HubStorage
import Membership
import Records
import Region
import ReplicaStore
import Sealing
import Seams
import Statistics
import Tenancy
import TestKit
import Testing

/// Scenario 5: somebody attended at B2, moved, and attended at B6.
struct DistinctPersonsTests {
    /// Registered and present at each landlord, the person who moved counted at both.
    private static let numbers: [(code: String, registered: Int, present: Int)] = [
        ("B1", 48, 44), ("B2", 52, 47), ("B3", 36, 31), ("B4", 60, 55), ("B5", 28, 25),
        ("B6", 45, 41), ("B7", 40, 35), ("B8", 32, 29),
    ]
    private static let codes = numbers.map(\.code)

    private static func policy(_ landlords: [String], period: String = "2026") throws
        -> ReleasePolicy
    {
        try ReleasePolicy(
            tokenLandlords: Set(landlords),
            period: landlords.contains("B1") ? .init(name: period, keyMaker: "B1") : nil
        )
    }

    /// The region on the evening of its event, the key of 2026 in every house; with all its people, or
    /// one in ten.
    private func region(whole isWhole: Bool = true) async throws -> RegionWorld {
        let world = try await RegionWorld(Self.codes)
        try await world.set(Self.policy(Self.codes))
        try await world.passNight()
        for house in world.houses {
            _ = try house.custody.take(policy: unwrap(world.papers(.policy, house).first).bytes)
        }
        let maker = try world.house("B1")
        for house in world.houses where house.code != "B1" { try world.compare(maker, house) }
        let ticks = try world.houses.map { try register(at: $0, world, oneIn: isWhole ? 1 : 10) }
        try await world.share(period: "2026", madeBy: maker)
        for (house, ticks) in zip(world.houses, ticks) {
            for tick in ticks { _ = try house.store.checkIn(tick) }
        }
        return world
    }

    /// Registers a landlord's people for tomorrow; who of them will be there.
    private func register(
        at house: RegionWorld.House,
        _ world: RegionWorld,
        oneIn share: Int
    ) throws -> [Tick] {
        let numbers = try unwrap(Self.numbers.first { $0.code == house.code })
        let tomorrow = try unwrap(CalendarDay(daysSinceEpoch: world.clock.today + 1))
        var draft = EventDraft(.atelier, "Rendez-vous de l’emploi", on: tomorrow)
        draft.programme = RegionWorld.programme
        let event = try house.store.add(draft)
        let present = AttendanceMark(.seen, .signed)
        return try (0..<numbers.registered / share).compactMap { number in
            // The first of B2 and of B6 is one person, whom each landlord writes in its own way.
            let hasMoved = number == 0 && ["B2", "B6"].contains(house.code)
            let last = house.code == "B6" ? "ESSAI LEFEVRE" : "Essai-Lefèvre"
            let (tenant, _) = try house.store.addTenant([
                .lastName: hasMoved ? last : "Essai " + Self.letters(number, of: house.code),
                .firstName: "Camille", .birthDate: "1984-02-29",
            ])
            try house.store.register(tenant.id, for: event)
            return number < numbers.present / share ? Tick(tenant.id, at: event, present) : nil
        }
    }

    /// Letters that nobody else of the region has: digits are no letters of a name.
    private static func letters(_ number: Int, of code: String) -> String {
        let houses = Array("cdefghij")
        let place = codes.firstIndex(of: code) ?? 0
        return String(houses[place]) + String(repeating: "b", count: number / 10)
            + String(repeating: "a", count: number % 10)
    }

    @Test func `somebody who moved is one person of the region where every landlord counts so`()
        async throws
    {
        let world = try await region()
        for house in world.houses { try world.leaveStatement(of: house) }
        let report = try await world.night()
        #expect(report.statements.accepted == 8)
        #expect(report.statements.refused.isEmpty)
        let bilan = try world.bilan()
        #expect(bilan.withLastKnown.counts?[.registered] == 341)
        #expect(bilan.withLastKnown.counts?[.participants] == 307)
        #expect(bilan.persons == [.registered: .distinct(340), .participants: .distinct(306)])
        #expect(
            report.releases.map(\.persons)
                == ["306\u{A0}personnes distinctes (appariement exact)"]
        )
        #expect(BilanText.render(bilan).contains("306\u{A0}personnes distinctes"))
        #expect(try Bilan(json: BilanJSON.render(bilan)).persons == bilan.persons)
        try await forgetsTokensWithTheirPeriod(world, bilan)
    }

    /// The number stays with its statements; the tokens do not stay in any file of the hub.
    private func forgetsTokensWithTheirPeriod(_ world: RegionWorld, _ bilan: Bilan) async throws {
        let house = try world.house("B2")
        let statement = try house.store.statement(programme: RegionWorld.programme)
        let token = try unwrap(
            world.tokens(of: statement, "2026", house).tokens[.participants]?.first
        )
        let needle = Array(token.text.utf8)
        #expect(try HubFiles(world.data).contain(needle), "the hub counts by tokens")
        try await world.set(Self.policy(Self.codes, period: "2027"))
        #expect(try !HubFiles(world.data).contain(needle))
        #expect(try world.bilan() == bilan)
    }

    @Test func `one landlord that sends no tokens makes the sum, and the bilan says why`()
        async throws
    {
        let world = try await region()
        for house in world.houses {
            try world.leaveStatement(of: house, withTokens: house.code != "B8")
        }
        let report = try await world.night()
        #expect(report.releases.map(\.persons) == ["307\u{A0}personnes-bailleur"])
        let bilan = try world.bilan()
        #expect(
            bilan.persons[.participants]
                == .landlordPersons(307, because: .noTokens(landlord: "B8"))
        )
        #expect(
            BilanText.render(bilan)
                .contains("307\u{A0}personnes-bailleur (le bailleur B8 n’a pas envoyé de jetons)")
        )
        #expect(!BilanText.render(bilan).contains("appariement exact"))
        #expect(try Bilan(json: BilanJSON.render(bilan)).persons == bilan.persons)
    }

    @Test func `where the region's policy opens no linkage, tokens are refused by name`()
        async throws
    {
        let world = try await region()
        try await world.set(Self.policy([]))
        for house in world.houses { try world.leaveStatement(of: house) }
        let report = try await world.night()
        #expect(report.statements.accepted == 8)
        let reasons = report.statements.refused.map(\.reason)
        #expect(reasons.count == 8)
        #expect(reasons.allSatisfy { $0.contains("does not take tokens of landlord") })
        #expect(
            try world.bilan().persons[.participants]
                == .landlordPersons(307, because: .notAllowed(landlord: "B1"))
        )
    }

    @Test func `no key and nothing that a token is made of is in the hub's files`() async throws {
        let world = try await region(whole: false)
        for house in world.houses { try world.leaveStatement(of: house) }
        try await world.night()
        let files = try HubFiles(world.data)
        let key = try unwrap(try world.house("B6").custody.periodKey("2026"))
        #expect(try !files.contain(key.bytes))
        for name in ["Essai-Lefèvre", "ESSAI LEFEVRE", "essailefevre", "1984-02-29", "Camille"] {
            #expect(try !files.contain(Array(name.utf8)), "\(name)")
        }
        // The letter that carries the key is there: the search finds what is in a file.
        let letter = try unwrap(world.papers(.periodKey, world.house("B6")).first)
        #expect(try files.contain(Array(letter.bytes.suffix(64))))
    }

    @Test func `tokens of another landlord, statement or number are refused by name`() async throws
    {
        let world = try await region(whole: false)
        let (first, other) = (try world.house("B2"), try world.house("B6"))
        let statement = try first.store.statement(programme: RegionWorld.programme)
        let list = try world.tokens(of: statement, "2026", first)
        let mailbox = FolderMailbox(HostFolder(other.share))
        let outbox = StatementOutbox(other.custody, other.store.replica, mailbox)
        try outbox.send(list.canonicalBytes, version: list.version)
        try world.leaveStatement(of: first, withTokens: false)
        let short = TokenList(statement, period: "2026", tokens: [:], untold: [.registered: 1])
        let own = StatementOutbox(
            first.custody,
            first.store.replica,
            FolderMailbox(HostFolder(first.share))
        )
        try own.send(short.canonicalBytes, version: short.version)
        let reasons = try await world.night().statements.refused.map(\.reason)
        #expect(reasons.count == 2)
        #expect(reasons.contains { $0.contains("came from landlord 'B6'") })
        #expect(reasons.contains { $0.contains("do not account for every person") })
    }

    @Test func `with consent one pack goes sealed from B2 to B6, and B2's file is read only`()
        async throws
    {
        let world = try await RegionWorld(["B2", "B6", "B7"])
        try await world.passNight()
        let (old, new, third) = (
            try world.house("B2"), try world.house("B6"), try world.house("B7")
        )
        try world.compare(old, new)
        try world.compare(old, third)
        let (tenant, _) = try old.store.addTenant([
            .lastName: "Essai-Lefèvre", .firstName: "Camille", .birthDate: "1984-02-29",
            .leaseRef: "BAIL-77",
        ])
        let today = try unwrap(CalendarDay(daysSinceEpoch: world.clock.today))
        let consent = try old.store.noteConsent(
            of: tenant.id,
            toTransferTo: "B6",
            on: today,
            .signature
        )
        let letter = try old.store.packTransfer(consent) { pack in
            try old.custody.seal(
                pack.bytes(),
                for: .transfer,
                about: pack.pack,
                to: world.card(of: "B6", at: old),
                of: "B6"
            )
        }
        let clear = Data(letter.bytes)
        for word in ["Lefèvre", "Camille", "1984", "BAIL-77"] {
            #expect(clear.range(of: Data(word.utf8)) == nil, "\(word)")
        }
        #expect(throws: CustodyError.self) {
            try third.custody.open(letter, for: .transfer, from: "B2")
        }
        let sealed = try SealedLetter(letter.bytes)
        let pack = try TransferPack(
            bytes: new.custody.open(sealed, for: .transfer, from: "B2")
        )
        let (arrived, duplicates) = try new.store.accept(pack, from: "B2")
        #expect(arrived.lastName == "Essai-Lefèvre" && arrived.leaseRef == nil)
        #expect(duplicates.isEmpty)
        #expect(throws: TenancyError.self) { try new.store.accept(pack, from: "B2") }
        #expect(throws: TenancyError.self) {
            try old.store.updateTenant(tenant.id, [.phone: "0639980001"])
        }
        try new.store.updateTenant(arrived.id, [.phone: "0639980001"])
    }
}
