import Sealing

extension MembershipLog {
    /// Compares a received log with this one, and takes what it has more.
    package func merge(_ bytes: [UInt8]) throws(MembershipFailure) -> MembershipMerge {
        if let fork { throw .forked(sequence: fork.sequence) }
        if bytes == self.bytes { return .same }
        let theirs = try Self.entries(bytes)
        guard let genesis = theirs.first else { throw .genesis }
        guard genesis.hash == entries.first?.hash else { throw .otherLandlord }
        let common = zip(entries, theirs).prefix { $0.hash == $1.hash }.count
        if common == theirs.count { return common == entries.count ? .same : .behind }
        if common < entries.count { return .forked(try fork(with: theirs[common], at: common)) }
        var extended = self
        for entry in theirs[common...] { try extended.append(entry) }
        return .extended(extended)
    }

    /// Their entry makes a fork only if it could have stood in the place of ours.
    private func fork(
        with theirs: MembershipEntry,
        at index: Int
    ) throws(MembershipFailure) -> MembershipFork {
        let before = try MembershipLog(Array(entries[..<index]))
        var other = before
        try other.append(theirs)
        return MembershipFork(roster: before.roster, mine: entries[index], theirs: theirs)
    }
}
