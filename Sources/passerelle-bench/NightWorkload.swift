import Foundation
import HostSystem
import Hub
import HubStorage
import Membership
import Records
import ReplicaStore
import Statistics

/// A night over 56 landlords, as many as the regional union has, in seconds.
///
/// Each has what a landlord of 10,000 tenants leaves: a snapshot of 2 MB, a week of twenty laptops at two
/// bundles of 16 KB a day, and a statement; every third by a drop folder. The hub opens none of it, so
/// that the bytes may be any.
struct NightWorkload: Workload {
    private static let landlords = 56
    private static let laptops = 20
    private static let bundles: UInt64 = 14
    private static let day = 20_500

    private let bench: Bench
    private let landlords: [InventedLandlord]
    /// What each landlord leaves.
    private let contents: [[[UInt8]]]

    init(_ bench: Bench) throws {
        self.bench = bench
        landlords = try (1...Self.landlords).map {
            try InventedLandlord("B\($0)", devices: Self.laptops)
        }
        contents = try landlords.map(Self.content)
    }

    func sample(round: Int) throws -> Sample {
        try bench.folder.inside { path in
            let environment = ReplicaEnvironment(
                clock: SystemClock(),
                entropy: SystemEntropy(),
                volume: HostVolume()
            )
            let data = try WorkFolder.make("hub", in: path)
            let folder = try HubFolder(at: data, environment.entropy, environment.volume)
            defer { try? folder.close() }
            let office = HubOffice(folder, environment)
            let drops = try fill(folder, office, path)
            let order = HubOrder.reconcile(day: Self.day, drops: drops, again: false)
            let time = try bench.milliseconds {
                guard
                    case .reconciled(let report, _) = try Waiting.of({
                        await office.carryOut(order)
                    }), report.statements.accepted == Self.landlords
                else { throw BenchFailure.wrongWork("a statement was not taken") }
            }
            return Sample(plain: nil, engine: time / 1_000)
        }
    }

    private func fill(
        _ folder: HubFolder,
        _ office: HubOffice,
        _ path: String
    ) throws -> [String] {
        let declaration = HubDeclaration(
            code: "400L",
            name: "400 locataires",
            objective: 400,
            start: "2026-01-01",
            end: "2026-12-31",
            landlords: landlords.map { .init(code: $0.partition.code, name: "Bailleur inventé") }
        )
        _ = try Waiting.of { await office.carryOut(.declare(declaration)) }
        var drops: [String] = []
        for (number, landlord) in landlords.enumerated() {
            try folder.admit(landlord.log.bytes, code: landlord.partition.code)
            let content = contents[number]
            if number.isMultiple(of: 3) {
                let drop = HostFolder(try WorkFolder.make("drop-\(number)", in: path))
                try drop.write(landlord.log.bytes, as: "landlord.members")
                for (place, bundle) in content.enumerated() {
                    try drop.write(bundle, as: "bundle-\(place).passerelle")
                }
                drops.append(path + "/drop-\(number)")
            } else if let mailbox = folder.mailbox(of: landlord.partition.id) {
                try Waiting.of {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for bundle in content {
                            group.addTask { _ = try await mailbox.append(bundle, on: Self.day) }
                        }
                        try await group.waitForAll()
                    }
                }
            }
        }
        return drops
    }

    private static func content(of landlord: InventedLandlord) throws -> [[UInt8]] {
        var content = [try landlord.bundle(of: 0, 1, bytes: 2 << 20, isSnapshot: true)]
        for device in landlord.devices.indices {
            for sequence in 2...bundles + 1 {
                content.append(try landlord.bundle(of: device, sequence, bytes: 16_000))
            }
        }
        guard let cutoff = UTCDay(number: day) else { return content }
        let statement = try Statement(
            landlord: Landlord(code: landlord.partition.code, name: "Bailleur inventé"),
            programme: "400L",
            cutoff: cutoff,
            version: 1,
            counts: Counts([.registered: 340, .registeredPresent: 306, .participants: 306])
        )
        return content + [try landlord.statement(statement.canonicalBytes)]
    }
}
