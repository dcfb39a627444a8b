import Foundation
import GRDB
import HubWire
import Membership
import Sealing

extension LandlordMailbox {
    package func list(since position: UInt64) async throws -> HubListing {
        if let listing = idle.listing(since: position) { return listing }
        let generation = idle.generation
        let log = known
        let epoch = epoch
        let listing = try await queue.read { database in
            let last = try Int64.fetchOne(database, sql: "SELECT position FROM mailbox") ?? 0
            let since = Int64(clamping: position)
            let (events, hasMore) = try Self.events(since: since, database)
            let devices = try Data.fetchAll(
                database,
                sql: "SELECT device FROM receive_keys ORDER BY device"
            )
            return HubListing(
                epoch: epoch,
                position: hasMore ? events.last?.position ?? 0 : UInt64(last),
                hasMore: hasMore,
                members: ContentHash(of: log.bytes).description,
                updates: devices.compactMap { DeviceID(bytes: $0)?.description },
                events: events
            )
        }
        idle.keep(listing, of: generation)
        return listing
    }

    /// The events after a position, as many as one listing holds; whether more remain.
    private static func events(
        since: Int64,
        _ database: Database
    ) throws -> (events: [HubListing.Event], hasMore: Bool) {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, hash, header FROM bundle WHERE position > :since
                UNION ALL
                SELECT position, hash, NULL FROM gone WHERE position > :since
                ORDER BY position
                """,
            arguments: ["since": since]
        )
        var events: [HubListing.Event] = []
        var room = HubLimits.headers
        while let row = try rows.next() {
            let header: Data? = row["header"]
            room -= header?.count ?? 0
            let isFull = events.count == HubLimits.events || room < 0
            if isFull, !events.isEmpty { return (events, true) }
            let hash: Data = row["hash"]
            let position: Int64 = row["position"]
            events.append(
                HubListing.Event(
                    position: UInt64(position),
                    hash: ContentHash(bytes: hash)?.description ?? "",
                    header: header
                )
            )
        }
        return (events, false)
    }
}
