import Membership
import Records
import Sealing
import TestKit
import Testing

/// The log: what it takes, what it refuses, and how two of them meet.
struct MembershipLogTests {
    private var landlord: InventedLandlord

    init() throws { landlord = try InventedLandlord() }

    @Test func `a log of every kind of entry reads back as it was`() throws {
        let log = try landlord.withEveryChange().log
        #expect(Set(log.entries.map { "\($0.change)".prefix(6) }).count == 7)
        #expect(try MembershipLog(log.bytes) == log)
        #expect(log.roster.head == log.entries.last?.head)
        #expect(log.roster.activeMembers.map(\.station.number) == [1, 2, 4])
    }

    @Test func `every flipped bit and truncation of a log is refused`() throws {
        let bytes = try landlord.withEveryChange().log.bytes
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 1 << UInt8(index % 8)
            #expect(
                failure { () throws(MembershipFailure) in _ = try MembershipLog(flipped) } != nil
            )
        }
        for count in stride(from: 0, to: bytes.count, by: 5) {
            let cut = Array(bytes[..<count])
            #expect(failure { () throws(MembershipFailure) in _ = try MembershipLog(cut) } != nil)
        }
        let longer = bytes + [0]
        let trailing = failure { () throws(MembershipFailure) in _ = try MembershipLog(longer) }
        #expect(trailing == .bytes(.trailingData))
    }

    @Test func `28: an entry that the administrator did not sign is refused`() throws {
        var landlord = landlord
        let member = try landlord.enrol(2)
        let stranger = try SigningKey(from: landlord.entropy)
        let (_, request) = try landlord.device()
        let added = MembershipChange.addDevice(
            station: try unwrap(Station(number: 3)),
            device: request
        )
        for key in [stranger, member.identity, landlord.root, try landlord.kit.signingKey()] {
            #expect(landlord.refusal(added, signedBy: key) == .notAdministrator)
        }
        #expect(landlord.refusal(added) == nil)
    }

    @Test func `28: an entry dropped from the middle is found`() throws {
        let entries = try landlord.withEveryChange().log.entries
        for index in 1..<entries.count - 1 {
            var log = landlord.log
            for entry in entries[1..<index] { try log.append(entry) }
            let gap = entries[index + 1]
            #expect(failure { () throws(MembershipFailure) in try log.append(gap) } == .outOfOrder)
        }
    }

    @Test func `an entry of the right number after another past is refused`() throws {
        var one = landlord
        var other = landlord
        _ = try one.enrol(2)
        _ = try other.enrol(3)
        _ = try other.enrol(4)
        let third = try unwrap(other.log.entries.last)
        var log = one.log
        #expect(failure { () throws(MembershipFailure) in try log.append(third) } == .brokenChain)
    }

    @Test func `after handing over, the former administrator decides nothing`() throws {
        var landlord = landlord
        let second = try landlord.enrol(2)
        try landlord.log.append(.handOver(second.device), signedBy: landlord.key)
        #expect(landlord.log.roster.administrator == second.device)
        let back = MembershipChange.handOver(landlord.administrator.device)
        #expect(landlord.refusal(back) == .notAdministrator)
        #expect(landlord.refusal(back, signedBy: second.identity) == nil)
    }

    @Test func `only the recovery key recovers, and its successor takes its place`() throws {
        var landlord = landlord
        let (keyring, request) = try landlord.device()
        let next = RecoveryKit(of: landlord.partition.id, from: landlord.entropy)
        let change = MembershipChange.recover(
            station: try unwrap(Station(number: 9)),
            device: request,
            recovery: try RecoveryKeys(of: next)
        )
        #expect(landlord.refusal(change) == .notAdministrator)
        #expect(landlord.refusal(change, signedBy: try next.signingKey()) == .notAdministrator)
        try landlord.log.append(change, signedBy: landlord.kit.signingKey())
        #expect(landlord.log.roster.administrator == keyring.device)
        #expect(landlord.log.roster.recovery == (try RecoveryKeys(of: next)))
        let old = MembershipChange.handOver(landlord.administrator.device)
        #expect(landlord.refusal(old) == .notAdministrator)
        #expect(landlord.refusal(old, signedBy: keyring.identity) == nil)
    }

    @Test func `changes that contradict the roster are refused`() throws {
        var landlord = landlord
        let second = try landlord.enrol(2)
        let (stranger, request) = try landlord.device()
        let station = try unwrap(Station(number: 2))
        #expect(landlord.refusal(.addDevice(station: station, device: request)) == .knownDevice)
        #expect(landlord.refusal(.handOver(stranger.device)) == .unknownDevice)
        let own = Revocation(device: landlord.administrator.device, reason: .left, frontier: [:])
        #expect(landlord.refusal(.revoke(own)) == .administratorStays)
        let unknown = Revocation(device: stranger.device, reason: .left, frontier: [:])
        #expect(landlord.refusal(.revoke(unknown)) == .unknownDevice)
        let revocation = Revocation(device: second.device, reason: .stolen, frontier: [:])
        try landlord.log.append(.revoke(revocation), signedBy: landlord.key)
        #expect(landlord.refusal(.revoke(revocation)) == .revokedDevice)
        #expect(landlord.refusal(.handOver(second.device)) == .revokedDevice)
        let free = try unwrap(Station(number: 5))
        let again = try DeviceRequest(
            of: second,
            receiveKeys: second.receiveKeys.mapValues(\.publicKey),
            entropy: landlord.entropy
        )
        #expect(landlord.refusal(.addDevice(station: free, device: again)) == .knownDevice)
        let erasure = Erasure(id: landlord.partition.id, order: .none)
        try landlord.log.append(.erase(erasure), signedBy: landlord.key)
        #expect(landlord.refusal(.erase(erasure)) == .knownErasure)
    }

    @Test func `receive keys are the device's own, for this landlord, and newer`() throws {
        var landlord = landlord
        let second = try landlord.enrol(2)
        func update(
            _ keyring: Keyring,
            _ revision: UInt64,
            _ id: RecordID? = nil
        ) throws -> MembershipChange {
            .receiveKeys(
                try ReceiveKeyUpdate(
                    of: keyring,
                    landlord: id ?? landlord.partition.id,
                    revision: revision,
                    receiveKeys: second.receiveKeys.mapValues(\.publicKey)
                )
            )
        }
        let forged = Keyring(device: second.device, identity: landlord.key)
        #expect(landlord.refusal(try update(forged, 1)) == .signature)
        let elsewhere = RecordID(bytes: [UInt8](repeating: 7, count: 16))
        #expect(landlord.refusal(try update(second, 1, elsewhere)) == .otherLandlord)
        try landlord.log.append(try update(second, 3), signedBy: landlord.key)
        #expect(landlord.refusal(try update(second, 3)) == .staleKeys)
        #expect(landlord.refusal(try update(second, 2)) == .staleKeys)
        #expect(landlord.refusal(try update(second, 4)) == nil)
    }

    @Test func `an unknown kind of entry asks for newer software`() throws {
        var landlord = landlord
        let second = try landlord.enrol(2)
        try landlord.log.append(.handOver(second.device), signedBy: landlord.key)
        var bytes = Array(try unwrap(landlord.log.entries.last).bytes.dropLast(64))
        bytes[bytes.count - 17] = 9
        bytes += try landlord.key.sign(bytes, as: .membershipEntry)
        let refusal = failure { () throws(MembershipFailure) in _ = try MembershipEntry(bytes) }
        #expect(refusal == .bytes(.unsupportedVersion(9)))
    }
}
