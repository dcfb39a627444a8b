import Causality
import Records
import ReplicaStore

extension LandlordStore {
    /// What the agent of this laptop has not been told yet of work that was not kept.
    ///
    /// A colleague may have dropped it first, where it had left by another road before the order was
    /// heard of here; the same work is not told twice.
    package func erasureNotices() throws -> [ErasureNotice] {
        let receipts = try erasureReceipts()
        return try ownReceipts(receipts).compactMap { own in
            let others = receipts.filter { $0.order == own.order }
                .map { $0.others[own.replica] ?? 0 }.max()
            let total = max(own.refused, others ?? 0)
            guard total > own.seen else { return nil }
            return ErasureNotice(order: own.order, refused: total - own.seen, total: total)
        }
        .sorted { $0.order < $1.order }
    }

    /// Notes that the agent was told.
    package func dismiss(_ notice: ErasureNotice) throws {
        let own = try ownReceipts(try erasureReceipts()).filter { $0.order == notice.order }
        try replica.write { transaction in
            for receipt in own {
                try transaction.update(
                    "erasure_receipt",
                    id: ErasureReceipt.id(receipt.order, receipt.replica),
                    ["seen": .integer(Int64(notice.total))]
                )
            }
        }
    }

    /// Those of this laptop, under its present id or a former one.
    private func ownReceipts(_ receipts: [ErasureReceipt]) throws -> [ErasureReceipt] {
        let lives = Set(try replica.identityHistory.map(\.replica) + [replica.id])
        return receipts.filter { lives.contains($0.replica) }
    }
}
