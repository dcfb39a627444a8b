import Custody
import Foundation
import HTTPExchange
import HostSystem
import Hub
import InventedPeople
import Records
import ReplicaStore
import Statistics
import Tenancy

/// The whole region of the story: eight landlords with their laptops, and the hub.
///
/// Five meet at the hub over HTTP, three in folders that the hub looks into at night.
struct DemoRegion {
    private static let byFolder: Set<String> = ["B6", "B7", "B8"]

    private let folder: String
    private let seed: UInt64
    private let calendar: DemoCalendar
    private let clock = DemoClock()
    private let hub: DemoHub
    private var landlords: [DemoLandlord] = []
    private let tell: (String) -> Void

    init(folder: String, seed: UInt64, tell: @escaping (String) -> Void) throws {
        self.folder = folder
        self.seed = seed
        self.tell = tell
        calendar = try DemoCalendar()
        clock.set(calendar.importDay, hour: 7)
        hub = try DemoHub(in: try Self.make(folder, "hub"), clock)
        try hub.declare(calendar.programme, ReferenceFigures.landlords)
    }

    /// Tells the story up to the evening of the second event; `silent` sends nothing after the first.
    mutating func run(silent: String?) throws {
        try begin()
        try night(calendar.importDay)
        var people: [[RecordID]] = []
        var events: [DemoEvents] = []
        for landlord in landlords {
            let tenants = try landlord.people()
            let planned = try landlord.identify(tenants)
            try landlord.holdEvent(
                planned.rdv,
                on: calendar.rdvDay,
                landlord.guests(tenants).rdv
            )
            try send(landlord, on: calendar.rdvDay)
            people.append(tenants)
            events.append(planned)
        }
        try night(calendar.rdvDay)
        for (index, landlord) in landlords.enumerated() {
            let tenants = people[index]
            try landlord.registerOthers(tenants, for: events[index].rallye)
            try landlord.holdEvent(
                events[index].rallye,
                on: calendar.rallyeDay,
                landlord.guests(tenants).rallye
            )
            if landlord.figures.code != silent { try send(landlord, on: calendar.rallyeDay) }
        }
    }

    /// Each landlord founds its keys, is admitted, and imports its tenants.
    private mutating func begin() throws {
        for (number, figures) in ReferenceFigures.landlords.enumerated() {
            let seed = seed &+ UInt64(number) &* 1_000
            let landlord = try makeLandlord(figures, seed: seed)
            landlords.append(landlord)
            try hub.admit(landlord.keys[0], as: figures.code)
            try landlord.importTenants(seed: seed)
            let road = Self.byFolder.contains(figures.code) ? "par dossier" : "par HTTP"
            tell(
                "\(figures.code) : \(figures.identified) repérés, "
                    + "\(landlord.laptops.count) postes, \(road)"
            )
        }
    }

    /// The bilan after the night of the second event; asked again, that night is done once more.
    func reconcile(again: Bool = false) throws -> Bilan {
        try night(calendar.rallyeDay, again: again)
        let store = try hub.store()
        defer { try? store.close() }
        return try store.bilan(
            programme: calendar.programme.code,
            asOf: calendar.rallyeDay.daysSinceEpoch
        )
    }

    private func night(_ day: CalendarDay, again: Bool = false) throws {
        clock.set(day, hour: 23)
        let drops = landlords.compactMap { landlord -> String? in
            guard case .folder(let path) = landlord.road else { return nil }
            return path
        }
        let report = try hub.reconcile(day.daysSinceEpoch, over: drops, again: again)
        let refused = report.roads.flatMap(\.refused) + report.statements.refused
        guard refused.isEmpty else { throw DemoFailure(refused[0].reason) }
        let taken = report.roads.reduce(0) { $0 + $1.taken }
        tell(
            "nuit du \(day.frenchText) : \(report.statements.accepted) relevés retenus, "
                + "\(taken) fichiers pris dans les dossiers"
        )
    }

    /// A landlord that was silent sends what it has.
    func send(code: String) throws {
        for landlord in landlords where landlord.figures.code == code {
            try send(landlord, on: calendar.rallyeDay)
        }
    }

    /// What the inboxes list, and how many acknowledged writes each laptop has lost.
    func audit() throws -> DemoAudit {
        var audit = DemoAudit()
        for landlord in landlords {
            let inbox = try landlord.laptops[0].replica.conflicts()
            audit.conflictsListed += inbox.filter { !$0.isSettledByRank }.count
            audit.settledByRank += inbox.filter(\.isSettledByRank).count
            audit.acknowledgedWrites += landlord.witness.count
            for laptop in landlord.laptops {
                audit.lostWrites += try landlord.witness.lost(in: laptop.replica)
            }
            audit.replicas += landlord.laptops.count
        }
        return audit
    }

    func close() throws {
        for landlord in landlords {
            for laptop in landlord.laptops { try laptop.replica.close() }
            for custody in landlord.keys { try custody.close() }
        }
        try hub.close()
    }

    private func send(_ landlord: DemoLandlord, on day: CalendarDay) throws {
        clock.set(day, hour: 20)
        let laptop = landlord.laptops[0]
        let statement = try laptop.statement(
            programme: calendar.programme.code,
            landlordName: landlord.figures.name
        )
        try landlord.road.leave(landlord.keys[0], store: landlord.folders[0]) { mailbox in
            try StatementOutbox(landlord.keys[0], laptop.replica, mailbox).send(
                statement.canonicalBytes,
                version: statement.version
            )
        }
    }

    private func makeLandlord(_ figures: ReferenceFigures, seed: UInt64) throws -> DemoLandlord {
        clock.set(calendar.importDay, hour: 8)
        let entropy = DemoEntropy(seed: seed)
        let environment = ReplicaEnvironment(clock: clock, entropy: entropy, volume: HostVolume())
        guard let id = RecordID(bytes: entropy.bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: figures.code)
        else { throw TenancyError(.badValue, "no landlord code: \(figures.code)") }
        let count = figures.registered >= 44 ? 3 : 2
        let folders = try (1...count).map { try Self.make(folder, "\(figures.code)/poste-\($0)") }
        let laptops = try folders.enumerated().map { number, folder in
            try LandlordStore.create(
                in: folder,
                partition,
                agent: "agent \(number + 1) (exemple)",
                label: "poste \(number + 1)",
                environment
            )
        }
        let keys = try DemoKeys(clock).enrol(partition, count, in: folder + "/" + figures.code)
        let road = try road(of: figures.code, keys[0])
        return DemoLandlord(figures, laptops, keys, in: folders, road, calendar, clock)
    }

    /// Who meets in a folder names the hub's key in the log; over HTTP that happens by itself.
    private func road(of code: String, _ administrator: DeviceCustody) throws -> DemoRoad {
        guard Self.byFolder.contains(code) else { return .hub(url: hub.url, key: hub.key) }
        try administrator.name(hub: try HubRoad.key(hub.key))
        return .folder(try Self.make(folder, "\(code)/partage"))
    }

    private static func make(_ folder: String, _ name: String) throws -> String {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
