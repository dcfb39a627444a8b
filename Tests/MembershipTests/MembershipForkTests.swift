import Membership
import Records
import Sealing
import TestKit
import Testing

/// Two logs that meet.
struct MembershipForkTests {
    private let landlord: InventedLandlord

    init() throws { landlord = try InventedLandlord() }

    @Test func `a received log is the same, behind or an extension`() throws {
        var longer = landlord
        _ = try longer.enrol(2)
        #expect(try landlord.log.merge(landlord.log.bytes) == .same)
        #expect(try longer.log.merge(landlord.log.bytes) == .behind)
        #expect(try landlord.log.merge(longer.log.bytes) == .extended(longer.log))
    }

    @Test func `the log of another landlord is refused`() throws {
        let other = try InventedLandlord(seed: 2)
        let refusal = failure { () throws(MembershipFailure) in
            _ = try landlord.log.merge(other.log.bytes)
        }
        #expect(refusal == .otherLandlord)
    }

    @Test func `29: two entries of one number are a fork, which freezes the log`() throws {
        var (one, other) = (landlord, landlord)
        let first = try one.enrol(2)
        let second = try other.enrol(3)
        _ = try other.enrol(4)
        guard case .forked(let fork) = try one.log.merge(other.log.bytes) else {
            Issue.record("no fork")
            return
        }
        #expect(fork.sequence == 2)
        #expect(fork.mine == one.log.entries[1])
        #expect(fork.theirs == other.log.entries[1])
        #expect(fork.mine.hash != fork.theirs.hash)
        #expect(fork.roster == landlord.log.roster)
        var frozen = one.log.frozen(by: fork)
        #expect(frozen.roster.members[first.device] == nil)
        #expect(frozen.roster.members[second.device] == nil)
        let forked = MembershipFailure.forked(sequence: 2)
        let change = MembershipChange.handOver(landlord.administrator.device)
        #expect(
            failure { () throws(MembershipFailure) in
                try frozen.append(change, signedBy: landlord.key)
            } == forked
        )
        let kept = frozen
        let bytes = other.log.bytes
        #expect(failure { () throws(MembershipFailure) in _ = try kept.merge(bytes) } == forked)
    }

    @Test func `an entry that nobody could have added makes no fork`() throws {
        var one = landlord
        _ = try one.enrol(2)
        let stranger = try SigningKey(from: landlord.entropy)
        let entry = try MembershipEntry(
            landlord: landlord.partition.id,
            after: landlord.log.roster.head,
            .handOver(landlord.administrator.device),
            signedBy: stranger
        )
        let entries = [landlord.log.entries[0].bytes, entry.bytes]
        let bytes = MembershipVectorTests.file(entries)
        let refusal = failure { () throws(MembershipFailure) in _ = try one.log.merge(bytes) }
        #expect(refusal == .notAdministrator)
    }
}
