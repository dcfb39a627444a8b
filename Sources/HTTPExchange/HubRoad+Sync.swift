import Custody
import Exchange
import Foundation
import HubWire
import Membership
import ReplicaStore
import Sealing
import Seams

extension HubRoad {
    /// One synchronisation with a hub, whose key is pinned beside the store at the first meeting.
    ///
    /// `key` is the hub's key in hexadecimal, needed the first time only; `authority` may vouch for its
    /// certificate.
    package static func sync(
        _ replica: Replica,
        _ custody: DeviceCustody,
        at address: HubAddress,
        key: String?,
        trusting authority: HubAuthority? = nil,
        beside disk: any Disk,
        _ pause: HubPause,
        _ compaction: MailboxCompaction = MailboxCompaction()
    ) throws -> SyncReport {
        let memory = try pinned(key, beside: disk)
        let connection = HubConnection(
            address,
            hub: try verifyingKey(memory.key),
            device: custody.device,
            identity: custody.identity,
            trusting: authority,
            pause
        )
        defer { try? connection.close() }
        let road = HubRoad(connection, of: try custody.log().roster.landlord, memory)
        do {
            var report = try SealedSync(custody, replica, road, road, compaction).run()
            report.refusals += road.notices
            report.beganAnew = road.beganAnew
            // Should the hub give next time what it holds back, it is looked for from the beginning.
            if !report.missing.isEmpty || !report.withheld.isEmpty { road.memory.listAnew() }
            try remember(road.remembered, beside: disk)
            return report
        } catch {
            // What was listed is kept; a log that was not taken comes again.
            var learned = road.remembered
            learned.members = memory.members
            try? remember(learned, beside: disk)
            throw error
        }
    }

    /// What is remembered of the hub; another key than the one known is refused.
    static func pinned(_ key: String?, beside disk: any Disk) throws -> HubMemory {
        let key = key?.lowercased()
        guard let known = try remembered(beside: disk) else {
            guard let key else { throw HubRoadFailure.unknownHub }
            _ = try verifyingKey(key)
            let memory = HubMemory(key: key)
            try remember(memory, beside: disk)
            return memory
        }
        guard key == nil || key == known.key else { throw HubRoadFailure.otherHub }
        return known
    }

    private static func remembered(beside disk: any Disk) throws -> HubMemory? {
        do {
            let size = try disk.size(of: HubMemory.fileName)
            guard size <= HubMemory.largestFile else { throw HubRoadFailure.badAnswer }
            let bytes = try disk.read(HubMemory.fileName, from: 0, count: size)
            return try JSONDecoder().decode(HubMemory.self, from: Data(bytes))
        } catch DiskFailure.notAFile, DiskFailure.noFolder {
            return nil
        }
    }

    private static func remember(_ memory: HubMemory, beside disk: any Disk) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try disk.write(Array(try encoder.encode(memory)), as: HubMemory.fileName)
    }

    private static func verifyingKey(_ text: String) throws -> VerifyingKey {
        guard let hash = ContentHash(hex: text) else { throw HubRoadFailure.badAddress }
        do { return try VerifyingKey(bytes: hash.bytes) } catch {
            throw HubRoadFailure.badAddress
        }
    }
}
