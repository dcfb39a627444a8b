import Custody
import Exchange
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing

/// What a synchronisation takes, in milliseconds, when fifty devices have said all that they had to
/// say: the membership log, every header in the folder, and nothing opened.
struct SealedIdleWorkload: Workload {
    static let devices = 50
    private static let passphrase = "une phrase inventée pour la mesure"

    private let bench: Bench
    private let share: HostFolder
    private let store: EngineStore
    private let custody: DeviceCustody

    init(_ bench: Bench) throws {
        self.bench = bench
        share = HostFolder(try bench.folder.make())
        let environment = ReplicaEnvironment(
            clock: SystemClock(),
            entropy: SystemEntropy(),
            volume: HostVolume()
        )
        let derivation = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        let folder = try bench.folder.make()
        store = try EngineStore(in: folder)
        custody = try DeviceCustody.found(
            in: folder,
            store.replica.partition,
            under: Self.passphrase,
            costing: derivation,
            environment
        ).custody
        for number in 1..<Self.devices {
            let folder = try bench.folder.make()
            let (joining, request) = try DeviceCustody.request(
                in: folder,
                under: Self.passphrase,
                costing: derivation,
                environment
            )
            let (invitation, _) = try custody.invite(request, into: store.replica.partition)
            _ = try joining.accept(invitation, code: invitation.code.description)
            let colleague = try EngineStore(in: folder)
            try colleague.insert([InventedRows.id(number)], [["last_name": .text("Nom \(number)")]])
            try SealedSync(joining, colleague.replica, share).run()
            try joining.close()
            try colleague.close()
        }
        for _ in 0..<2 { try SealedSync(custody, store.replica, share).run() }
    }

    func sample(round: Int) throws -> Sample {
        var report = SyncReport()
        let time = try bench.milliseconds {
            report = try SealedSync(custody, store.replica, share).run()
        }
        guard report.sent == 0, report.applied == 0, report.known >= Self.devices else {
            throw BenchFailure.wrongWork("it was no idle synchronisation of \(Self.devices)")
        }
        return Sample(plain: nil, engine: time)
    }
}
