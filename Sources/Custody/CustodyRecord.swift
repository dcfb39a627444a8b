import Membership
import ReplicaStore
import Sealing
import Seams

/// What lies beside a store and takes no passphrase to read: who belongs, what was seen of whom.
package struct CustodyRecord: Sendable {
    package let roster: Roster
    package let heads: [BundleHead]

    /// Reads it; nil where no member's keys lie beside the store.
    package init?(in folder: String, _ environment: ReplicaEnvironment) throws {
        guard DeviceCustody.exists(in: folder, environment) else { return nil }
        let ledger = try CustodyLedger(in: folder)
        defer { try? ledger.close() }
        guard let log = try ledger.log() else { return nil }
        roster = log.roster
        heads = try ledger.heads()
    }

    /// Notes that somebody took data out of a store, in what form, and how many rows.
    ///
    /// Where no keys lie beside the store there is no log to note it in.
    package static func noteExport(
        _ form: String,
        rows: Int,
        in folder: String,
        _ environment: ReplicaEnvironment
    ) throws {
        guard DeviceCustody.exists(in: folder, environment) else { return }
        let ledger = try CustodyLedger(in: folder)
        defer { try? ledger.close() }
        try ledger.audit(.export, "\(form) \(rows)", at: environment.clock.now())
    }
}
