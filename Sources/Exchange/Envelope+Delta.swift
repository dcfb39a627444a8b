import BundleFormat
import ReplicaStore

extension Envelope {
    /// The next bundle of a replica, with a delta that it made.
    package init(_ delta: Delta, of replica: Replica) throws {
        self.init(
            kind: .delta,
            partition: replica.partition,
            sender: replica.id,
            sequence: try replica.nextBundleNumber(),
            base: delta.base,
            target: delta.target,
            body: delta.bytes
        )
    }
}
