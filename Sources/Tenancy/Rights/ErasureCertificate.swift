import Causality
import Custody
import GRDB
import Membership
import Records
import ReplicaStore
import Sealing

/// Which laptops have carried out an order, and which not yet: it tells no name of a person.
package struct ErasureCertificate: Sendable {
    package struct Confirmation: Hashable, Sendable {
        /// « poste 2 ».
        package let station: String
        /// Milliseconds since 1970, by the clock there; nil where it has not said so yet.
        package let doneAt: UInt64?
    }

    package let order: ErasureOrder
    package let confirmations: [Confirmation]
    /// The devices that were revoked: what they hold cannot be reached.
    package let revoked: [String]

    package var confirmed: Int { confirmations.count { $0.doneAt != nil } }
    package var isComplete: Bool { confirmed == confirmations.count }

    package func isLate(on today: CalendarDay) -> Bool { !isComplete && today > order.dueOn }
}

extension LandlordStore {
    /// The certificates of all orders, the latest first.
    ///
    /// A receipt counts for the device that carried the bundles of its replica, and only if that replica
    /// wrote it.
    package func certificates(
        _ roster: Roster,
        _ heads: [BundleHead],
        of device: DeviceID?
    ) throws -> [ErasureCertificate] {
        let own = Set(try replica.identityHistory.map(\.replica) + [replica.id])
        let devices = Dictionary(
            heads.map { ($0.replica, $0.device) },
            uniquingKeysWith: { first, _ in first }
        )
        var moments: [RecordID: [DeviceID: UInt64]] = [:]
        for receipt in try erasureReceipts() where try isGenuine(receipt) {
            let carrier = own.contains(receipt.replica) ? device : devices[receipt.replica]
            guard let carrier else { continue }
            moments[receipt.order, default: [:]][carrier] = receipt.doneAt
        }
        let revoked = roster.members.values.filter { !$0.isActive }
            .sorted { $0.station.number < $1.station.number }.map(\.station.description)
        return try genuineOrders(roster.erasures).reversed().map { order in
            ErasureCertificate(
                order: order,
                confirmations: roster.activeMembers.map { member in
                    ErasureCertificate.Confirmation(
                        station: member.station.description,
                        doneAt: moments[order.id]?[member.device]
                    )
                },
                revoked: revoked
            )
        }
    }

    /// The files that somebody merged with an erased one before they heard of it: the administrator
    /// looks whether they are of the same person.
    package func linkedFiles() throws -> [RecordID] {
        let told = try erasureReceipts().flatMap(\.linked)
        return try replica.read { database in
            let left = try Row.fetchAll(
                database,
                sql: """
                    SELECT id FROM tenant WHERE merged_into > x'' AND merged_into IN
                        (SELECT id FROM passerelle_erased WHERE collection = 'tenant')
                    """
            ).compactMap { RecordID($0, "id") }
            return try Set(told + left).filter { try Tenant.find($0, database) != nil }.sorted()
        }
    }

    private func isGenuine(_ receipt: ErasureReceipt) throws -> Bool {
        let id = ErasureReceipt.id(receipt.order, receipt.replica)
        let writes = try replica.lastWrites(of: id, in: "erasure_receipt")
        return writes["done_at"]?.replica == receipt.replica
    }
}
