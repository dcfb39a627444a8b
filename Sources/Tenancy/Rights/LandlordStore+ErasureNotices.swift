import Records
import ReplicaStore

extension LandlordStore {
    /// What the agent of this laptop has not been told yet of work that was not kept.
    package func erasureNotices() throws -> [ErasureNotice] {
        let own = Set(try replica.identityHistory.map(\.replica) + [replica.id])
        return try erasureReceipts()
            .filter { own.contains($0.replica) && $0.refused > $0.seen }
            .map {
                ErasureNotice(
                    order: $0.order,
                    refused: $0.refused - $0.seen,
                    total: $0.refused
                )
            }
            .sorted { $0.order < $1.order }
    }

    /// Notes that the agent was told.
    package func dismiss(_ notice: ErasureNotice) throws {
        let own = try erasureReceipts().filter { $0.order == notice.order }
        let lives = Set(try replica.identityHistory.map(\.replica) + [replica.id])
        try replica.write { transaction in
            for receipt in own where lives.contains(receipt.replica) {
                try transaction.update(
                    "erasure_receipt",
                    id: ErasureReceipt.id(receipt.order, receipt.replica),
                    ["seen": .integer(Int64(min(notice.total, receipt.refused)))]
                )
            }
        }
    }
}
