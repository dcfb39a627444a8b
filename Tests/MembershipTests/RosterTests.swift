import Causality
import Membership
import Records
import Sealing
import TestKit
import Testing

/// What the roster answers: whom to seal to, and what becomes of a bundle.
struct RosterTests {
    private let replica = ReplicaID(high: 0xC, low: 1)
    private var landlord: InventedLandlord
    private let second: Keyring
    private let third: Keyring

    init() throws {
        landlord = try InventedLandlord()
        second = try landlord.enrol(2)
        third = try landlord.enrol(3)
    }

    private func revoked() throws -> InventedLandlord {
        var landlord = landlord
        let edge = Revocation.Edge(sequence: 5, counter: 50)
        try landlord.log.append(
            .revoke(
                Revocation(device: third.device, reason: .stolen, frontier: [replica: edge])
            ),
            signedBy: landlord.key
        )
        return landlord
    }

    @Test func `bundles are sealed to every active device and the kit`() throws {
        let before = landlord.log.roster.recipients(for: landlord.month)
        let kit = try landlord.kit.receiveKey().publicKey
        let keys = [landlord.administrator, second, third].map {
            $0.receiveKeys[landlord.month]?.publicKey
        }
        #expect(before == keys.compactMap { $0 } + [kit])
        let after = try revoked().log.roster.recipients(for: landlord.month)
        #expect(after == before.filter { $0 != keys[2] })
    }

    @Test func `a device without a key for the month is sealed to with its last one`() throws {
        let member = try unwrap(landlord.log.roster.members[second.device])
        let months = second.receiveKeys.keys.sorted()
        #expect(member.receiveKey(for: months[1]) == second.receiveKeys[months[1]]?.publicKey)
        let later = try unwrap(landlord.month.advanced(by: 9))
        #expect(member.receiveKey(for: later) == second.receiveKeys[months[2]]?.publicKey)
        let sooner = try unwrap(landlord.month.advanced(by: -9))
        #expect(member.receiveKey(for: sooner) == second.receiveKeys[months[0]]?.publicKey)
    }

    @Test func `a member's bundle is accepted with its key`() throws {
        let header = try landlord.header(of: second, replica: replica, sequence: 1, counter: 4)
        #expect(landlord.log.roster.judge(header) == .accepted(second.identity.verifyingKey))
    }

    @Test func `20: the bundle of another landlord is refused`() throws {
        let other = try InventedLandlord(seed: 2)
        let header = try other.header(
            of: other.administrator,
            replica: replica,
            sequence: 1,
            counter: 1
        )
        #expect(landlord.log.roster.judge(header) == .refused(.otherLandlord))
    }

    @Test func `22: an unknown sender is refused, whoever signed`() throws {
        let (stranger, _) = try landlord.device()
        let header = try landlord.header(of: stranger, replica: replica, sequence: 1, counter: 1)
        #expect(landlord.log.roster.judge(header) == .refused(.unknownDevice))
        let ahead = SealedBundle.LogHead(sequence: 9, hash: Digest256(of: [9], as: .request))
        let later = try landlord.header(
            of: stranger,
            replica: replica,
            sequence: 1,
            counter: 1,
            membership: ahead
        )
        #expect(landlord.log.roster.judge(later) == .refused(.laterLog))
    }

    @Test func `23: of a revoked device, what is within the frontier is accepted`() throws {
        let before = landlord.log.roster.head
        let roster = try revoked().log.roster
        func judge(
            _ sequence: UInt64,
            _ counter: UInt64,
            _ head: SealedBundle.LogHead,
            _ replica: ReplicaID? = nil
        ) throws -> Judgement {
            roster.judge(
                try landlord.header(
                    of: third,
                    replica: replica ?? self.replica,
                    sequence: sequence,
                    counter: counter,
                    membership: head
                )
            )
        }
        let key = third.identity.verifyingKey
        #expect(try judge(5, 50, before) == .accepted(key))
        #expect(try judge(1, 1, before) == .accepted(key))
        #expect(try judge(6, 50, before) == .quarantined(key))
        #expect(try judge(5, 51, before) == .quarantined(key))
        #expect(try judge(1, 1, before, ReplicaID(high: 1, low: 1)) == .quarantined(key))
        #expect(try judge(6, 51, roster.head) == .refused(.revoked))
        #expect(try judge(5, 50, roster.head) == .accepted(key))
    }

    @Test func `a sender whose log says otherwise is refused`() throws {
        let other = SealedBundle.LogHead(sequence: 2, hash: Digest256(of: [2], as: .request))
        let header = try landlord.header(
            of: second,
            replica: replica,
            sequence: 1,
            counter: 1,
            membership: other
        )
        #expect(landlord.log.roster.judge(header) == .refused(.forkedLog))
    }
}
