import BundleFormat
import Causality
import Custody
import GRDB
import Records
import ReplicaStore
import Sealing

extension World {
    /// The administrator decides that what was kept apart is to count, as writes of their own.
    func release(_ dice: Dice) throws -> String {
        guard let landlord, let administrator, let custody = administrator.custody,
            let replica = administrator.replica
        else { return "nobody administers" }
        let kept = try custody.quarantined()
        guard !kept.isEmpty else { return "nothing waits" }
        try note(.release, administrator)
        let bundle = dice.pick(kept)
        let spares = dice.flip() ? [try landlord.kit.receiveKey()] : []
        let (before, numbers) = (replica.versionVector, try journal(replica))
        do {
            let custodian = try SealedCustodian(custody, spareKeys: spares)
            let rows = try custodian.release(bundle.hash, into: replica)
            guard !bundle.isAccepted else {
                throw Violation(.quarantine, "a bundle was accepted twice")
            }
            let vector = replica.versionVector
            guard vector[bundle.replica] == before[bundle.replica],
                rows == 0 || vector[replica.id] > before[replica.id]
            else { throw Violation(.quarantine, "what was accepted is not the administrator's") }
            try noteAdopted(bundle, news: try journal(replica).subtracting(numbers))
            administrator.checked = nil
            try check(administrator)
            return "accepted \(rows)"
        } catch let error as CustodyError {
            guard isExplained(error, bundle, hasKit: !spares.isEmpty) else {
                throw Violation(.quarantine, "not accepted: \(error)")
            }
            return error.code.rawValue
        }
    }

    /// A bundle is accepted once, and opens with the kit at least.
    private func isExplained(
        _ error: CustodyError,
        _ bundle: QuarantinedBundle,
        hasKit: Bool
    ) -> Bool {
        switch error.code {
        case .notFound: bundle.isAccepted
        case .sealed: !hasKit && error.message.hasSuffix("[no-stanza-for-me]")
        default: false
        }
    }

    /// Nothing tells any more who wrote what of the rows that were taken over.
    private func noteAdopted(_ bundle: QuarantinedBundle, news: Set<Int>) throws {
        guard let body = landlord?.bodies[bundle.hash] else {
            throw Violation(.quarantine, "a bundle is kept apart that nobody made")
        }
        var rows: Set<RecordID> = []
        var reader = try DeltaReader(body)
        while let step = try reader.next() {
            if case .row(let row) = step { rows.insert(row.id) }
        }
        history.adopt(news, rows: rows)
    }

    private func journal(_ replica: Replica) throws -> Set<Int> {
        try replica.read { try Int.fetchSet($0, sql: "SELECT number FROM journal") }
    }
}
