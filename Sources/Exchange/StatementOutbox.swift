import BundleFormat
import Causality
import ReplicaStore

/// The way up: leaves a landlord's statement in the mailbox of the hub.
package struct StatementOutbox {
    private let replica: Replica
    private let mailbox: any Mailbox

    package init(_ replica: Replica, _ mailbox: any Mailbox) {
        self.replica = replica
        self.mailbox = mailbox
    }

    /// Leaves a statement, given by its canonical bytes and its version; the envelope it lies in.
    ///
    /// The version is the number of the envelope: the numbers of deltas stay without holes.
    @discardableResult
    package func send(_ statement: [UInt8], version: Int) throws -> Envelope {
        let envelope = Envelope(
            kind: .statement,
            partition: replica.partition,
            sender: replica.id,
            sequence: UInt64(clamping: version),
            base: VersionVector(),
            target: VersionVector(),
            body: statement
        )
        try mailbox.append(envelope.bytes, as: envelope.fileName)
        return envelope
    }
}
