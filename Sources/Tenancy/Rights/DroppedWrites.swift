import Causality
import Foundation
import Records
import ReplicaStore

/// Writes on an erased file that were not kept: how many, of whom.
struct DroppedWrites {
    /// Of this laptop.
    var own = 0
    /// Of colleagues, whose work came here by another road before they heard of the order.
    var others: [ReplicaID: Int] = [:]

    init() {}

    /// Counts what is in rows that go: this laptop's own writes that nobody was told of, and anybody's
    /// that are later than the order.
    ///
    /// Who gave the order knew: of theirs only later ones count. The journal is not work.
    init(in rows: Set<RowName>, _ order: ErasureOrder, _ replica: Replica) throws {
        let told = try replica.sentBundles(of: replica.id).told
        let isOrdering = try replica.lastWrites(of: order.id, in: "erasure_order").values
            .contains { $0.replica == replica.id }
        let work = rows.filter { $0.collection != "journal" }
        for (dot, moment) in try replica.liveWrites(in: work) {
            let isLater = moment > order.orderedAt
            if dot.replica == replica.id {
                if isLater || !isOrdering && dot.counter > told { own += 1 }
            } else if isLater {
                others[dot.replica, default: 0] += 1
            }
        }
    }

    var isEmpty: Bool { own == 0 && others.isEmpty }

    /// Twenty bytes a colleague: the replica, then how many.
    static func bytes(_ counts: [ReplicaID: Int]) -> [UInt8] {
        counts.sorted { $0.key < $1.key }.flatMap { replica, count in
            replica.bytes + withUnsafeBytes(of: UInt32(clamping: count).bigEndian, Array.init)
        }
    }

    static func counts(_ bytes: [UInt8]) -> [ReplicaID: Int] {
        let pairs = stride(from: 0, to: bytes.count - 19, by: 20).compactMap { start in
            ReplicaID(bytes: bytes[start..<start + 16]).map { replica in
                (replica, bytes[start + 16..<start + 20].reduce(0) { $0 << 8 | Int($1) })
            }
        }
        return Dictionary(pairs, uniquingKeysWith: max)
    }
}
