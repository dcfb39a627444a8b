import BundleFormat
import Records
import Sealing

extension Invitation {
    /// Opens the invitation on the device that asked.
    ///
    /// - Parameters:
    ///   - request: What this device asked.
    ///   - keys: Its receive keys.
    ///   - typed: The six words that the administrator read aloud.
    ///   - now: The moment, in milliseconds since 1970.
    ///   - used: The invitations that this device has accepted.
    /// - Returns: The log that makes the device a member, and what to remember.
    /// - Throws: `MembershipFailure` naming the first check that fails.
    package func accept(
        for request: DeviceRequest,
        with keys: [ReceiveKey],
        code typed: String,
        at now: UInt64,
        used: Set<RecordID>
    ) throws(MembershipFailure) -> Enrolment {
        guard self.request == request.digest else { throw .otherRequest }
        guard !used.contains(id) else { throw .reused }
        guard now <= expires else { throw .expired }
        guard code.matches(typed) else { throw .codeMismatch }
        let enrolment = try open(with: keys)
        let roster = enrolment.log.roster
        guard roster.members[roster.administrator]?.identity == signer else {
            throw .notAdministrator
        }
        guard let member = roster.members[request.device], member.identity == request.identity
        else {
            throw .unknownDevice
        }
        guard member.isActive else { throw .revokedDevice }
        return enrolment
    }

    private func open(with keys: [ReceiveKey]) throws(MembershipFailure) -> Enrolment {
        guard let key = keys.first(where: { $0.publicKey == recipient }) else {
            throw .bytes(.noStanzaForMe)
        }
        let content = try MembershipFailure.sealing { () throws(SealFailure) in
            try seal.open(with: key, info: info)
        }
        var reader = ByteReader(content)
        let code = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.text(limit: 32)
        }
        guard let partition = PartitionID(kind: .landlord, id: landlord, code: code) else {
            throw .bytes(.notCanonical("a partition code"))
        }
        let log = try MembershipLog(Array(content[reader.offset...]))
        guard log.roster.landlord == landlord else { throw .otherLandlord }
        return Enrolment(invitation: id, partition: partition, log: log)
    }
}
