import Custody
import Membership
import Records
import ReplicaStore

/// The administrator's laptop, where people are erased for all laptops.
package struct ErasureOffice {
    private let store: LandlordStore
    private let custody: DeviceCustody

    package init(_ store: LandlordStore, _ custody: DeviceCustody) {
        self.store = store
        self.custody = custody
    }

    /// Whether orders are given on this laptop.
    package var isHere: Bool {
        get throws { try custody.log().roster.administrator == custody.device }
    }

    /// Orders that people are erased, and erases them here at once.
    ///
    /// The row of the order is written first: without its entry in the log it is carried out by nobody.
    ///
    /// - Throws: `CustodyError` with `not-administrator`; ``TenancyError``: `erased`, `not-found`,
    ///   `bad-value` for too many at once.
    @discardableResult
    package func order(
        _ people: [RecordID],
        _ cause: ErasureCause,
        due day: CalendarDay? = nil
    ) throws -> ErasureOrder {
        try custody.requireAdministrator()
        let roster = try custody.log().roster
        guard (1...ErasureOrder.mostFiles).contains(people.count) else {
            throw TenancyError(
                .badValue,
                "one order erases 1 to \(ErasureOrder.mostFiles) people: order in parts"
            )
        }
        let station = roster.members[custody.device]?.station.description ?? ""
        let order = try store.write(people, cause, by: station, due: day)
        try custody.order(Erasure(id: order.id, order: order.digest))
        try store.carryOut(try custody.log().roster.erasures)
        return order
    }
}

extension LandlordStore {
    /// Writes the row of an order.
    fileprivate func write(
        _ people: [RecordID],
        _ cause: ErasureCause,
        by station: String,
        due day: CalendarDay?
    ) throws -> ErasureOrder {
        try replica.write { transaction in
            let database = transaction.database
            let roots = try TenantRoots(database)
            let files = try people.flatMap { person in
                roots.files(of: try Tenant.standing(for: person, database).id)
            }
            var rows = Set(try PersonRows(database).rows(of: Set(files)).keys)
            // The file that the next extract would make of them.
            for file in files {
                guard let reference = try Tenant.find(file, database)?.erpRef else { continue }
                rows.insert(RowName("tenant", erpIdentity(of: reference)))
            }
            let today = try transaction.today()
            let order = ErasureOrder(
                id: transaction.newID(),
                rows,
                at: transaction.milliseconds,
                by: station,
                due: day ?? today.adding(months: 1) ?? today,
                cause,
                people: Set(files.map { roots.root(of: $0) }).count
            )
            try transaction.insert("erasure_order", id: order.id, order.values)
            return order
        }
    }

    /// The identity of the file that an extract makes of a reference, on every laptop.
    func erpIdentity(of reference: String) -> RecordID {
        .natural("tenant", replica.partition.id.bytes, Array(reference.utf8))
    }
}

extension ErasureOffice {
    /// The certificates of all orders, the latest first.
    package func certificates() throws -> [ErasureCertificate] {
        try store.certificates(
            try custody.log().roster,
            try custody.heads(),
            of: custody.device
        )
    }
}
