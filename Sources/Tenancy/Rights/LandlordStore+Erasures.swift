import Causality
import Foundation
import GRDB
import Membership
import Records
import ReplicaStore

extension LandlordStore {
    /// Carries out the orders of the membership log that came here whole, and erases again what came or
    /// stood here since of files that are erased.
    ///
    /// An order that the log does not hold, or holds with another digest, is not carried out. It runs in
    /// every exchange between what comes and what goes, so that the receipts leave in the same one.
    package func carryOut(_ erasures: [Erasure]) throws {
        let orders = try genuineOrders(erasures)
        for order in orders { try carryOut(order) }
        try sweep(orders)
        try replica.endErasure()
    }

    /// The orders that the log holds, in its order.
    package func genuineOrders(_ erasures: [Erasure]) throws -> [ErasureOrder] {
        let rows = try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT \(ErasureOrder.columns) FROM erasure_order")
        }
        let orders = Dictionary(
            rows.compactMap(ErasureOrder.init).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return erasures.compactMap { erasure in
            orders[erasure.id].flatMap { $0.digest == erasure.order ? $0 : nil }
        }
    }

    /// That orders were carried out, by whom.
    package func erasureReceipts() throws -> [ErasureReceipt] {
        try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT \(ErasureReceipt.columns) FROM erasure_receipt")
                .compactMap(ErasureReceipt.init)
        }
    }

    private func carryOut(_ order: ErasureOrder) throws {
        let own = replica.id
        let (waiting, linked, hasReceipt) = try replica.read { database in
            let people = PersonRows(database)
            let isNew = { (row: RowName) in try !row.isErased(in: database) }
            let named = try order.rows.filter(isNew)
            let hasReceipt = try Self.receipt(order.id, own, database) != nil
            // What stands here of people who are erased already is swept with all others'.
            guard !named.isEmpty else { return (Set<RowName>(), [RecordID](), hasReceipt) }
            let rows = try people.rows(of: order.files)
            return (
                Set(named + rows.keys), try people.linked(to: rows, erasing: order.files),
                hasReceipt
            )
        }
        if !waiting.isEmpty || !hasReceipt {
            try note(order, try DroppedWrites(in: waiting, order, replica), linked)
        }
        if !waiting.isEmpty { try replica.erase(waiting) }
    }

    /// Erases what names people who are erased: it was written by somebody who did not know.
    private func sweep(_ orders: [ErasureOrder]) throws {
        let late = try replica.read { try PersonRows($0).rowsOfErased() }
        guard !late.isEmpty else { return }
        for order in orders {
            let rows = late.filter { order.files.contains($0.value) }
            guard !rows.isEmpty else { continue }
            let linked = try replica.read {
                try PersonRows($0).linked(to: rows, erasing: order.files)
            }
            let dropped = try DroppedWrites(in: Set(rows.keys), order, replica)
            if !dropped.isEmpty || !linked.isEmpty { try note(order, dropped, linked) }
        }
        try replica.erase(Set(late.keys))
    }

    /// Says that an order is carried out here; what came late is added to what was said.
    private func note(
        _ order: ErasureOrder,
        _ dropped: DroppedWrites,
        _ linked: [RecordID]
    ) throws {
        let own = replica.id
        try replica.write { transaction in
            let known = try Self.receipt(order.id, own, transaction.database)
            let all = Set(linked + (known?.linked ?? [])).sorted()
            let others = (known?.others ?? [:]).merging(dropped.others, uniquingKeysWith: +)
            let doneAt = known?.doneAt ?? transaction.milliseconds
            try transaction.putRow(
                "erasure_receipt",
                ErasureReceipt.id(order.id, own),
                [
                    "order": .blob(order.id.bytes), "replica": .blob(own.bytes),
                    "done_at": .integer(Int64(clamping: doneAt)),
                    "refused": .integer(Int64(dropped.own + (known?.refused ?? 0))),
                    "seen": .integer(Int64(known?.seen ?? 0)),
                    "linked": all.isEmpty ? .null : .blob(all.flatMap(\.bytes)),
                    "others": others.isEmpty ? .null : .blob(DroppedWrites.bytes(others)),
                ]
            )
        }
    }

    private static func receipt(
        _ order: RecordID,
        _ replica: ReplicaID,
        _ database: Database
    ) throws -> ErasureReceipt? {
        try Row.fetchOne(
            database,
            sql: "SELECT \(ErasureReceipt.columns) FROM erasure_receipt WHERE id = ?",
            arguments: [ErasureReceipt.id(order, replica).data]
        ).flatMap(ErasureReceipt.init)
    }
}
