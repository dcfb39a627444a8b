import BundleFormat
import Causality
import Exchange
import Membership
import Records
import ReplicaStore
import Sealing
import Seams

/// The way up: leaves a landlord's statement, signed by this device and in clear, for the hub.
package struct StatementOutbox {
    private let custody: DeviceCustody
    private let replica: Replica
    private let mailbox: any Mailbox

    package init(_ custody: DeviceCustody, _ replica: Replica, _ mailbox: any Mailbox) {
        self.custody = custody
        self.replica = replica
        self.mailbox = mailbox
    }

    /// Leaves a statement, given by its canonical bytes and its version; the name under which it lies.
    @discardableResult
    package func send(_ statement: [UInt8], version: Int) throws -> String {
        let roster = try custody.log().roster
        guard roster.isActive(custody.device) else { throw custody.revoked }
        let sequence = max(1, UInt64(clamping: version))
        let fields = SealedBundle.Fields(
            kind: .statement,
            partition: try upward(),
            device: custody.device,
            sender: replica.id,
            sequence: sequence,
            previous: sequence == 1 ? .none : Digest256(of: replica.id.bytes, as: .bundleChain),
            base: VersionVector(),
            target: VersionVector(),
            membership: roster.head
        )
        let bytes = try CustodyError.naming {
            try SealedBundle.seal(
                statement,
                fields,
                to: [],
                signedBy: custody.identity,
                entropy: custody.environment.entropy
            )
        }
        let name = try Self.name(of: bytes, fields)
        try mailbox.append(bytes, as: name)
        return name
    }

    private func upward() throws -> PartitionID {
        let own = replica.partition
        guard let partition = PartitionID(kind: .upward, id: own.id, code: own.code) else {
            throw CustodyError(.membership, "the landlord has no code")
        }
        return partition
    }

    /// Two statements never share a name: the digest tells them apart.
    private static func name(of bytes: [UInt8], _ fields: SealedBundle.Fields) throws -> String {
        let digest = try SealedBundle.Header(bytes).bodyDigest.bytes.prefix(4)
        return "\(fields.partition.code)-releve-\(fields.sequence)-\(digest.hexadecimal)"
            + ".\(Envelope.fileExtension)"
    }
}
