import Records
import Sealing

/// Who belongs to a landlord after the last entry of a log.
package struct Roster: Hashable, Sendable {
    package let landlord: RecordID
    /// The key that signed the genesis and signs nothing else.
    package let root: VerifyingKey
    package private(set) var administrator: DeviceID
    package private(set) var recovery: RecoveryKeys
    package private(set) var members: [DeviceID: Member]
    /// The erasures ordered, in their order.
    package private(set) var erasures: [Erasure] = []
    /// The key of the hub; nil until the administrator has named one.
    package private(set) var hub: VerifyingKey?
    /// The hash of every entry, in their order.
    package private(set) var hashes: [Digest256]

    /// Takes the first entry of a log.
    init(_ entry: MembershipEntry) throws(MembershipFailure) {
        guard case .genesis(let station, let request, let recovery) = entry.change,
            entry.sequence == 1, entry.previous == .none
        else { throw .genesis }
        landlord = entry.landlord
        root = entry.signer
        administrator = request.device
        self.recovery = recovery
        members = [request.device: Member(request, station: station, since: 1)]
        hashes = [entry.hash]
    }

    /// The position in the log.
    package var head: SealedBundle.LogHead {
        SealedBundle.LogHead(sequence: UInt64(hashes.count), hash: hashes.last ?? .none)
    }

    /// The devices that are members, in the order of their numbers.
    package var activeMembers: [Member] {
        members.values.filter(\.isActive).sorted { $0.station.number < $1.station.number }
    }

    /// Whether a device is a member now.
    package func isActive(_ device: DeviceID) -> Bool { members[device]?.isActive == true }

    /// The device that people call by a number, whether it is a member still or was once.
    package func member(at station: Station) -> Member? {
        members.values.first { $0.station == station }
    }

    /// The number of the next device to join: each is given once.
    package var nextNumber: UInt64 { (members.values.map(\.station.number).max() ?? 0) + 1 }

    /// Whom to seal to in a month: every active device, and the recovery kit.
    package func recipients(for month: Month) -> [ReceivePublicKey] {
        activeMembers.compactMap { $0.receiveKey(for: month) } + [recovery.receive]
    }

    /// Takes the next entry, or refuses it and stays as it was.
    mutating func apply(_ entry: MembershipEntry) throws(MembershipFailure) {
        guard entry.landlord == landlord else { throw .otherLandlord }
        guard entry.sequence == head.sequence + 1 else { throw .outOfOrder }
        guard entry.previous == head.hash else { throw .brokenChain }
        guard try mayMake(entry.change) == entry.signer else { throw .notAdministrator }
        try apply(entry.change, at: entry.sequence)
        hashes.append(entry.hash)
    }

    /// Whose signature the change takes.
    private func mayMake(_ change: MembershipChange) throws(MembershipFailure) -> VerifyingKey {
        switch change {
        case .genesis: throw .genesis
        case .recover: return recovery.signing
        default:
            guard let member = members[administrator] else { throw .unknownDevice }
            return member.identity
        }
    }

    private mutating func apply(
        _ change: MembershipChange,
        at sequence: UInt64
    ) throws(MembershipFailure) {
        switch change {
        case .genesis: throw .genesis
        case .addDevice(let station, let request):
            try add(request, station, at: sequence)
        case .receiveKeys(let update): try renew(update)
        case .revoke(let revocation): try revoke(revocation, at: sequence)
        case .handOver(let device):
            administrator = try active(device).device
        case .erase(let erasure):
            guard !erasures.contains(where: { $0.id == erasure.id }) else { throw .knownErasure }
            erasures.append(erasure)
        case .recover(let station, let request, let recovery):
            try add(request, station, at: sequence)
            administrator = request.device
            self.recovery = recovery
        case .hub(let key): hub = key
        }
    }

    private mutating func add(
        _ request: DeviceRequest,
        _ station: Station,
        at sequence: UInt64
    ) throws(MembershipFailure) {
        let isKnown = members.values.contains { member in
            member.device == request.device || member.identity == request.identity
                || member.station == station
        }
        guard !isKnown else { throw .knownDevice }
        members[request.device] = Member(request, station: station, since: sequence)
    }

    private mutating func renew(_ update: ReceiveKeyUpdate) throws(MembershipFailure) {
        guard update.landlord == landlord else { throw .otherLandlord }
        var member = try active(update.device)
        guard update.signer == member.identity else { throw .signature }
        guard update.revision > member.revision else { throw .staleKeys }
        member.revision = update.revision
        member.receiveKeys.merge(update.receiveKeys.keys) { $1 }
        members[member.device] = member
    }

    private mutating func revoke(
        _ revocation: Revocation,
        at sequence: UInt64
    ) throws(MembershipFailure) {
        var member = try active(revocation.device)
        guard member.device != administrator else { throw .administratorStays }
        member.revocation = revocation
        member.revokedBy = sequence
        members[member.device] = member
    }

    private func active(_ device: DeviceID) throws(MembershipFailure) -> Member {
        guard let member = members[device] else { throw .unknownDevice }
        guard member.isActive else { throw .revokedDevice }
        return member
    }
}
