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

/// Invented landlords with real files of invented people, each with its administrator's laptop and a
/// share, and a hub that looks into the shares at night.
struct RegionWorld {
    /// A landlord's administrator at work.
    struct House {
        let code: String
        let store: LandlordStore
        let custody: DeviceCustody
        let environment: ReplicaEnvironment
        let folder: String
        let share: String
    }

    static let programme = "400L"
    let root: TemporaryFolder
    let clock = ManualClock()
    let data: String
    let folder: HubFolder
    let office: HubOffice
    let houses: [House]

    init(_ codes: [String], seed: UInt64 = 1) async throws {
        root = try TemporaryFolder()
        data = try root.folder("hub")
        let environment = Self.environment(clock, seed)
        folder = try HubFolder(at: data, environment.entropy, environment.volume)
        office = HubOffice(folder, environment)
        var houses: [House] = []
        for (number, code) in codes.enumerated() {
            let house = try Self.found(code, in: root, clock, seed + UInt64(number) + 1)
            try house.custody.name(hub: try folder.key().verifyingKey)
            let log = Data(try house.custody.log().bytes)
            _ = await office.carryOut(.admit(log: log, code: code))
            houses.append(house)
        }
        self.houses = houses
        let declaration = HubDeclaration(
            code: Self.programme,
            name: "400 locataires",
            objective: 400,
            start: "2026-01-01",
            end: "2026-12-31",
            landlords: codes.map { .init(code: $0, name: "Bailleur fictif \($0)") }
        )
        _ = await office.carryOut(.declare(declaration))
    }

    private static func environment(_ clock: ManualClock, _ seed: UInt64) -> ReplicaEnvironment {
        ReplicaEnvironment(clock: clock, entropy: SeededEntropy(seed), volume: HostVolume())
    }

    private static func found(
        _ code: String,
        in root: TemporaryFolder,
        _ clock: ManualClock,
        _ seed: UInt64
    ) throws -> House {
        let environment = environment(clock, seed)
        let folder = try root.folder(code)
        let partition = try unwrap(
            PartitionID(
                kind: .landlord,
                id: unwrap(RecordID(bytes: environment.entropy.bytes(16))),
                code: code
            )
        )
        let store = try LandlordStore.create(
            in: folder,
            partition,
            agent: "Essai",
            label: "poste",
            environment
        )
        let (custody, _) = try DeviceCustody.found(
            in: folder,
            partition,
            under: "une phrase inventée pour les tests",
            costing: KeyDerivation(log2Rounds: 15, parallelism: 1),
            environment
        )
        return House(
            code: code,
            store: store,
            custody: custody,
            environment: environment,
            folder: folder,
            share: try root.folder("share-" + code)
        )
    }

    func house(_ code: String) throws -> House { try unwrap(houses.first { $0.code == code }) }

    // MARK: The roads

    func door(_ house: House) throws -> RegionSync {
        RegionSync(
            beside: house.folder,
            try RegionSchema.make(),
            house.environment
        )
    }

    @discardableResult
    func sync(_ house: House) throws -> SyncReport {
        let report = try SealedSync(
            house.custody,
            house.store.replica,
            HostFolder(house.share),
            region: try door(house)
        ).run()
        if let region = try door(house).open() {
            defer { try? region.close() }
            try house.store.adoptProgrammes(of: region)
        }
        return report
    }

    /// Everybody synchronises, the hub reconciles, and everybody synchronises again on the next day.
    @discardableResult
    func passNight() async throws -> NightReport {
        for house in houses { try sync(house) }
        let report = try await night()
        clock.advance(days: 1)
        for house in houses { try sync(house) }
        return report
    }

    @discardableResult
    func night(again: Bool = false) async throws -> NightReport {
        let order = HubOrder.reconcile(day: nil, drops: houses.map(\.share), again: again)
        guard case .reconciled(let report, _) = await office.carryOut(order) else {
            throw NightWorld.Refusal(message: "no report")
        }
        return report
    }

    func set(_ policy: ReleasePolicy) async throws {
        let outcome = await office.carryOut(.setPolicy(Data(policy.canonicalBytes)))
        if case .refused(let message, _) = outcome { throw NightWorld.Refusal(message: message) }
    }

    func papers(_ kind: SignedPaper.Kind, _ house: House) throws -> [SignedPaper] {
        guard let region = try door(house).open() else { return [] }
        defer { try? region.close() }
        return try SignedPaper.all(kind, in: region)
    }

    func put(_ papers: [SignedPaper], _ house: House) throws {
        let region = try unwrap(try door(house).open())
        defer { try? region.close() }
        try SignedPaper.put(papers, in: region)
    }

    // MARK: The key of a period

    func card(of landlord: String, at house: House) throws -> AdministratorCard {
        let paper = try papers(.administrator, house).first { $0.subject == landlord }
        return try AdministratorCard(unwrap(paper).bytes)
    }

    /// Two administrators tell each other their words by telephone.
    func compare(_ first: House, _ second: House) throws {
        for (here, there) in [(first, second), (second, first)] {
            try here.custody.compare(
                card(of: there.code, at: here),
                of: there.code,
                told: there.custody.words.description
            )
        }
    }

    /// The maker seals the key to everybody else; they take it a night later.
    func share(period: String, madeBy maker: House) async throws {
        _ = try maker.custody.makePeriodKey(period)
        let papers = try houses.filter { $0.code != maker.code }.map { house in
            let card = try card(of: house.code, at: maker)
            let letter = try maker.custody.sealPeriodKey(period, to: card, of: house.code)
            return SignedPaper(.periodKey, about: "\(period) \(house.code)", letter.bytes)
        }
        try put(papers, maker)
        try await passNight()
        for house in houses where house.code != maker.code {
            let letter = try self.papers(.periodKey, house)
                .first { $0.subject == "\(period) \(house.code)" }
            _ = try house.custody.take(
                periodKey: unwrap(letter).bytes,
                of: period,
                madeBy: maker.code
            )
        }
    }

    // MARK: What goes up

    /// Leaves the landlord's statement in its share, with tokens where it may.
    func leaveStatement(of house: House, withTokens: Bool = true) throws {
        let policy = try house.custody.policy().map { try ReleasePolicy(bytes: $0.policy) }
        let statement = try house.store.statement(programme: Self.programme)
        let mailbox = FolderMailbox(HostFolder(house.share))
        let outbox = StatementOutbox(house.custody, house.store.replica, mailbox)
        try outbox.send(statement.canonicalBytes, version: statement.version)
        guard withTokens, let period = policy?.period?.name else { return }
        let list = try tokens(of: statement, period, house)
        try outbox.send(list.canonicalBytes, version: statement.version)
    }

    func tokens(
        of statement: Statistics.Statement,
        _ period: String,
        _ house: House
    ) throws -> TokenList {
        let region = try unwrap(try door(house).open())
        defer { try? region.close() }
        let secret = try unwrap(house.custody.periodKey(period))
        return try house.store.tokens(
            of: statement,
            region: region.partition.id.description,
            under: unwrap(PeriodKey(period: period, bytes: secret.bytes))
        )
    }

    func bilan() throws -> Bilan {
        let store = try HubStore.read(path: data + "/" + HubStore.fileName)
        defer { try? store.close() }
        return try store.bilan(programme: Self.programme, asOf: clock.today)
    }
}
