import BundleFormat
import Records
import Sealing

/// A landlord's membership log: every entry checked, and the roster that follows from them.
package struct MembershipLog: Hashable, Sendable {
    static let magic: [UInt8] = Array("PASSERELLE-MEMBERS".utf8)
    static let version: UInt8 = 1

    package private(set) var entries: [MembershipEntry]
    package private(set) var roster: Roster
    /// Two entries of one number, if they were met: then nothing is added.
    package private(set) var fork: MembershipFork?

    /// Begins a landlord; the root key signs this entry and is not needed again.
    package init(
        founding landlord: RecordID,
        station: Station,
        device: DeviceRequest,
        recovery: RecoveryKeys,
        signedBy root: SigningKey
    ) throws(MembershipFailure) {
        let genesis = try MembershipEntry(
            landlord: landlord,
            after: .none,
            .genesis(station: station, device: device, recovery: recovery),
            signedBy: root
        )
        entries = [genesis]
        roster = try Roster(genesis)
    }

    /// Takes entries in their order and checks each.
    init(_ entries: [MembershipEntry]) throws(MembershipFailure) {
        guard let genesis = entries.first else { throw .genesis }
        self.entries = [genesis]
        roster = try Roster(genesis)
        for entry in entries.dropFirst() { try append(entry) }
    }

    private init(_ entries: [MembershipEntry], _ roster: Roster, _ fork: MembershipFork) {
        self.entries = entries
        self.roster = roster
        self.fork = fork
    }

    /// Takes one more entry, or refuses it and stays as it was.
    package mutating func append(_ entry: MembershipEntry) throws(MembershipFailure) {
        if let fork { throw .forked(sequence: fork.sequence) }
        guard entries.count < MembershipLimits.entries else {
            throw .bytes(
                .limit(
                    what: "entries",
                    value: UInt64(entries.count) + 1,
                    limit: UInt64(MembershipLimits.entries)
                )
            )
        }
        try roster.apply(entry)
        entries.append(entry)
    }

    /// Makes one more entry and takes it.
    package mutating func append(
        _ change: MembershipChange,
        signedBy key: SigningKey
    ) throws(MembershipFailure) {
        try append(
            try MembershipEntry(
                landlord: roster.landlord,
                after: roster.head,
                change,
                signedBy: key
            )
        )
    }

    /// The log up to where it forked, to which nothing is added.
    package func frozen(by fork: MembershipFork) -> MembershipLog {
        let kept = entries.prefix { $0.sequence < fork.sequence }
        return MembershipLog(Array(kept), fork.roster, fork)
    }
}
