import Custody
import Exchange
import FolderExchange
import Foundation
import HostSystem
import Hub
import InventedPeople
import Records
import ReplicaStore
import Statistics
import Tenancy

/// The whole region of the story: eight landlords, their laptops and folders, and the hub.
struct DemoRegion {
    private let folder: String
    private let seed: UInt64
    private let calendar: DemoCalendar
    private let clock = DemoClock()
    private let hub: HubStore
    private let inbox: HostFolder
    private var landlords: [DemoLandlord] = []
    private let tell: (String) -> Void

    init(folder: String, seed: UInt64, tell: @escaping (String) -> Void) throws {
        self.folder = folder
        self.seed = seed
        self.tell = tell
        calendar = try DemoCalendar()
        inbox = HostFolder(try Self.make(folder, "hub/inbox"))
        hub = try HubStore.create(path: folder + "/hub/hub.sqlite")
        try hub.declare(
            programme: calendar.programme,
            landlords: try ReferenceFigures.landlords.map {
                try Landlord(code: $0.code, name: $0.name)
            }
        )
    }

    /// Tells the story up to the night of the second event; `silent` sends nothing after the first.
    mutating func run(silent: String?) throws {
        for (number, figures) in ReferenceFigures.landlords.enumerated() {
            let landlord = try makeLandlord(figures, seed: seed &+ UInt64(number) &* 1_000)
            try landlord.importTenants(seed: seed &+ UInt64(number) &* 1_000)
            let people = try landlord.people()
            let events = try landlord.identify(people)
            let guests = landlord.guests(people)
            try landlord.holdEvent(events.rdv, on: calendar.rdvDay, guests.rdv)
            try send(landlord, on: calendar.rdvDay)
            try landlord.registerOthers(people, for: events.rallye)
            try landlord.holdEvent(events.rallye, on: calendar.rallyeDay, guests.rallye)
            if figures.code != silent { try send(landlord, on: calendar.rallyeDay) }
            tell("\(figures.code) : \(people.count) repérés, \(landlord.laptops.count) postes")
            landlords.append(landlord)
        }
    }

    /// The nightly reconciliation of the hub, after each event, and the bilan of the last night.
    func reconcile() throws -> Bilan {
        for day in [calendar.rdvDay, calendar.rallyeDay] {
            let report = try hub.merge(
                try StatementInbox(inbox).deliveries().deliveries,
                day: day.daysSinceEpoch
            )
            // A statement of a later day waits for its day; anything else refused is a fault.
            tell("nuit du \(day.frenchText) : \(report.accepted) relevés retenus")
        }
        return try hub.bilan(
            programme: calendar.programme.code,
            asOf: calendar.rallyeDay.daysSinceEpoch
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
        try StatementOutbox(laptop.replica, FolderMailbox(inbox)).send(
            statement.canonicalBytes,
            version: statement.version
        )
    }

    private func makeLandlord(_ figures: ReferenceFigures, seed: UInt64) throws -> DemoLandlord {
        clock.set(calendar.importDay, hour: 8)
        let entropy = DemoEntropy(seed: seed)
        let environment = ReplicaEnvironment(clock: clock, entropy: entropy, volume: HostVolume())
        guard let id = RecordID(bytes: entropy.bytes(16)),
            let partition = PartitionID(kind: .landlord, id: id, code: figures.code)
        else { throw TenancyError(.badValue, "no landlord code: \(figures.code)") }
        let count = figures.registered >= 44 ? 3 : 2
        let laptops = try (1...count).map { number in
            try LandlordStore.create(
                in: try Self.make(folder, "\(figures.code)/poste-\(number)"),
                partition,
                agent: "agent \(number) (exemple)",
                label: "poste \(number)",
                environment
            )
        }
        let keys = try DemoKeys(clock).enrol(partition, count, in: folder + "/" + figures.code)
        let share = HostFolder(try Self.make(folder, "\(figures.code)/partage"))
        return DemoLandlord(figures, laptops, keys, share: share, calendar, clock)
    }

    private static func make(_ folder: String, _ name: String) throws -> String {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
