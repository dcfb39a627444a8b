import Membership
import Records
import Sealing
import TestKit
import Testing

/// Enrolment in two files and six words.
struct EnrolmentTests {
    private var landlord: InventedLandlord
    private let keyring: Keyring
    private let request: DeviceRequest

    init() throws {
        landlord = try InventedLandlord()
        (keyring, request) = try landlord.device()
        let station = try unwrap(Station(number: 2))
        try landlord.log.append(
            .addDevice(station: station, device: request),
            signedBy: landlord.key
        )
    }

    private func refusal(
        _ invitation: Invitation,
        for request: DeviceRequest? = nil,
        with keyring: Keyring? = nil,
        code: String? = nil,
        at now: UInt64 = 1_000_000,
        used: Set<RecordID> = []
    ) -> MembershipFailure? {
        failure { () throws(MembershipFailure) in
            _ = try invitation.accept(
                for: request ?? self.request,
                with: (keyring ?? self.keyring).openingKeys,
                code: code ?? invitation.code.description,
                at: now,
                used: used
            )
        }
    }

    @Test func `an invitation opens on the laptop that asked and gives the log`() throws {
        let sent = try landlord.invitation(try DeviceRequest(request.bytes))
        let invitation = try Invitation(sent.bytes)
        #expect(invitation == sent)
        let enrolment = try invitation.accept(
            for: request,
            with: keyring.openingKeys,
            code: invitation.code.description.uppercased(),
            at: 2_000_000,
            used: []
        )
        #expect(enrolment.log == landlord.log)
        #expect(enrolment.partition == landlord.partition)
        #expect(enrolment.invitation == invitation.id)
    }

    @Test func `27: another laptop, a second use, a late day and other words are refused`() throws {
        let invitation = try landlord.invitation(request)
        let (other, otherRequest) = try landlord.device()
        #expect(refusal(invitation, for: otherRequest, with: other) == .otherRequest)
        #expect(refusal(invitation, with: other) == .bytes(.noStanzaForMe))
        #expect(refusal(invitation, used: [invitation.id]) == .reused)
        #expect(refusal(invitation, at: 2_000_001) == .expired)
        #expect(
            refusal(invitation, code: other.identity.verifyingKey.fingerprint.description)
                == .codeMismatch
        )
        #expect(refusal(invitation, code: "") == .codeMismatch)
        #expect(refusal(invitation) == nil)
    }

    @Test func `27: a substituted request or invitation has other words`() throws {
        let invitation = try landlord.invitation(request)
        let again = try landlord.invitation(request)
        #expect(invitation.code != again.code)
        let (_, other) = try landlord.device()
        #expect(other.fingerprint != request.fingerprint)
        var intruder = try InventedLandlord(seed: 3)
        let station = try unwrap(Station(number: 2))
        try intruder.log.append(
            .addDevice(station: station, device: request),
            signedBy: intruder.key
        )
        let forged = try intruder.invitation(request)
        #expect(refusal(forged, code: invitation.code.description) == .codeMismatch)
    }

    @Test func `every flipped bit of both files is refused`() throws {
        let bytes = try landlord.invitation(request).bytes
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1 << UInt8(index % 8)
            #expect(failure { () throws(MembershipFailure) in _ = try Invitation(flipped) } != nil)
        }
        for index in request.bytes.indices {
            var flipped = request.bytes
            flipped[index] ^= 1 << UInt8(index % 8)
            #expect(
                failure { () throws(MembershipFailure) in _ = try DeviceRequest(flipped) } != nil
            )
        }
    }

    @Test func `25 and 26: a request with a weak key is refused`() throws {
        var weak = request.bytes
        weak.replaceSubrange(35..<67, with: [1] + [UInt8](repeating: 0, count: 31))
        let signed = weak
        #expect(
            failure { () throws(MembershipFailure) in _ = try DeviceRequest(signed) }
                == .bytes(.weakKey)
        )
        var point = Array(request.bytes.dropLast(64))
        // After identity come the count of keys and the month of the first, of two bytes.
        point.replaceSubrange(70..<102, with: [UInt8](repeating: 0, count: 32))
        let bytes = point + (try keyring.identity.sign(point, as: .request))
        #expect(
            failure { () throws(MembershipFailure) in _ = try DeviceRequest(bytes) }
                == .bytes(.weakKey)
        )
    }

    @Test func `nobody but the administrator invites, and no device that is not a member`() throws {
        let (stranger, other) = try landlord.device()
        #expect(throws: MembershipFailure.unknownDevice) { _ = try landlord.invitation(other) }
        #expect(throws: MembershipFailure.notAdministrator) {
            _ = try Invitation(
                answering: request,
                into: landlord.partition,
                log: landlord.log,
                expires: 1,
                signedBy: stranger.identity,
                entropy: landlord.entropy
            )
        }
    }

    @Test func `a revoked device is not invited`() throws {
        var landlord = landlord
        let invitation = try landlord.invitation(request)
        #expect(refusal(invitation) == nil)
        let revocation = Revocation(device: request.device, reason: .replaced, frontier: [:])
        try landlord.log.append(.revoke(revocation), signedBy: landlord.key)
        #expect(throws: MembershipFailure.unknownDevice) { _ = try landlord.invitation(request) }
    }
}
