import Causality
import Records
import Sealing

extension Roster {
    /// What becomes of a bundle with that header; nothing but the header decides, and no clock.
    package func judge(_ header: SealedBundle.Header) -> Judgement {
        let fields = header.fields
        guard fields.partition.kind == .landlord, fields.partition.id == landlord else {
            return .refused(.otherLandlord)
        }
        return judgeSender(of: header)
    }

    /// The same whatever the partition: for what a device sends of the region's, or up to the hub.
    package func judgeSender(of header: SealedBundle.Header) -> Judgement {
        let fields = header.fields
        guard let member = members[fields.device] else {
            return .refused(fields.membership.sequence > head.sequence ? .laterLog : .unknownDevice)
        }
        guard agrees(with: fields.membership) else { return .refused(.forkedLog) }
        guard let revocation = member.revocation, let revokedBy = member.revokedBy else {
            return .accepted(member.identity)
        }
        let isWithin = revocation.admits(
            fields.sender,
            sequence: fields.sequence,
            counter: fields.target[fields.sender]
        )
        if isWithin { return .accepted(member.identity) }
        let knew = fields.membership.sequence >= revokedBy
        return knew ? .refused(.revoked) : .quarantined(member.identity)
    }

    /// Whether a position in a log is one of ours, or beyond it.
    package func agrees(with other: SealedBundle.LogHead) -> Bool {
        guard other.sequence > 0, other.sequence <= head.sequence else { return true }
        return hashes[Int(other.sequence) - 1] == other.hash
    }
}
