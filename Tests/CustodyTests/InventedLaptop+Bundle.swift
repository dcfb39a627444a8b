import BundleFormat
import Causality
import Custody
import CustodyKit
import ReplicaStore

extension InventedLaptop {
    /// A bundle as it goes to somebody who knows so much.
    func bundle(since base: VersionVector) throws -> [UInt8] {
        let delta = try replica.delta(since: base)
        let envelope = Envelope(
            kind: .delta,
            partition: replica.partition,
            sender: replica.id,
            sequence: try replica.nextBundleNumber(),
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
        return try SealedCustodian(custody).seal(envelope)
    }
}
