import Causality
import Membership
import Records
import ReplicaStore
import Sealing
import Seams

extension DeviceCustody {
    /// Makes the receive keys that are lacking for the months to come; nil where none is.
    ///
    /// One that the log has and this device no longer, as after a clock that ran ahead, is lacking too:
    /// what was sealed to it is sealed anew once the log has another.
    package func renewal() throws -> ReceiveKeyUpdate? {
        let log = try log()
        guard let member = log.roster.members[device], member.isActive else { throw revoked }
        let months = servingMonths(of: member)
        let lacks = months.contains { month in
            let own = keyring.receiveKeys[month]?.publicKey
            return own == nil || member.receiveKeys[month] != own
        }
        guard lacks else { return nil }
        return try CustodyError.naming {
            let prepared = try prepareKeys(of: months)
            return try ReceiveKeyUpdate(
                of: keyring,
                landlord: log.roster.landlord,
                revision: member.revision + 1,
                receiveKeys: prepared
            )
        }
    }

    /// The months to come, and those whose keys in the log may still have to open something.
    private func servingMonths(of member: Member) -> Set<Month> {
        let moment = now
        let coming = comingMonths
        let others = member.receiveKeys.keys.filter {
            !$0.isOver(at: moment) && !coming.contains($0)
        }
        return coming.union(others.sorted().prefix(MembershipLimits.receiveKeys - coming.count))
    }

    /// Enters a device's new keys into the log; whether they were news.
    package func enter(_ update: ReceiveKeyUpdate) throws -> Bool {
        try requireAdministrator()
        let roster = try log().roster
        if let member = roster.members[update.device], member.revision >= update.revision {
            return false
        }
        try enter(.receiveKeys(update), .renew, label(of: update.device, in: roster))
        return true
    }

    /// Ends a device's membership: nothing is sealed to it any more, and what it says beyond what is
    /// known here is kept apart.
    package func revoke(
        _ station: Station,
        _ reason: Revocation.Reason,
        known: VersionVector
    ) throws {
        try requireAdministrator()
        let device = try member(at: station).device
        var frontier: [ReplicaID: Revocation.Edge] = [:]
        for head in try ledger.heads() where head.device == device {
            frontier[head.replica] = Revocation.Edge(
                sequence: head.sequence,
                counter: known[head.replica]
            )
        }
        let revocation = Revocation(device: device, reason: reason, frontier: frontier)
        try enter(.revoke(revocation), .revoke, station.description)
    }

    /// Makes another device the administrator.
    package func handOver(to station: Station) throws {
        try requireAdministrator()
        let device = try member(at: station).device
        try enter(.handOver(device), .handOver, station.description)
    }

    /// Names the hub's key in the log, so that every device knows it; whether it is news.
    @discardableResult
    package func name(hub key: VerifyingKey) throws -> Bool {
        guard try log().roster.hub != key else { return false }
        try requireAdministrator()
        try enter(.hub(key), .hub, String(key.bytes.hexadecimal.prefix(16)))
        return true
    }

    /// Enters an order to erase into the log: every device carries it out that finds what it names.
    package func order(_ erasure: Erasure) throws {
        try requireAdministrator()
        try enter(.erase(erasure), .erase, erasure.id.description)
    }

    func member(at station: Station) throws -> Member {
        guard let member = try log().roster.member(at: station) else {
            throw CustodyError(.notFound, "there is no \(station)")
        }
        return member
    }

    /// Makes an entry of the log, as its administrator, and a line of the audit.
    private func enter(
        _ change: MembershipChange,
        _ deed: AuditLine.Deed,
        _ subject: String
    ) throws {
        var log = try log()
        try CustodyError.naming { try log.append(change, signedBy: keyring.identity) }
        try keep(log, after: MembershipDeed(deed, subject))
    }

    /// Takes a log that somebody left; whether ours has more than it.
    ///
    /// - Throws: `MembershipFailure` where it is not sound; nothing has changed then. `CustodyError` of
    ///   a fork: it is kept, and freezes all changes.
    func take(_ bytes: [UInt8]) throws -> Bool {
        let log = try log()
        guard log.fork == nil else { return false }
        switch try log.merge(bytes) {
        case .same: return false
        case .behind: return true
        case .extended(let longer):
            try keep(longer)
            return false
        case .forked(let fork):
            try keepFork(bytes, from: fork.sequence)
            throw CustodyError(
                .membership,
                "two entries of the membership bear the number \(fork.sequence): nobody is added or "
                    + "revoked until the administrator has decided which is right [forked]"
            )
        }
    }

    /// Makes this device the administrator of a landlord whose every device is lost.
    ///
    /// - Returns: The custody, and the new kit that takes the place of the one used.
    package static func recover(
        in folder: String,
        from log: [UInt8],
        with kit: RecoveryKit,
        under typed: String,
        costing derivation: KeyDerivation = .standard,
        _ environment: ReplicaEnvironment
    ) throws -> (custody: DeviceCustody, kit: RecoveryKit) {
        let custody = try begin(in: folder, under: typed, derivation, environment)
        return try CustodyError.naming {
            var log = try MembershipLog(log)
            guard log.roster.landlord == kit.landlord else { throw MembershipFailure.otherLandlord }
            let station = try Self.station(log.roster.nextNumber)
            let next = RecoveryKit(of: kit.landlord, from: environment.entropy)
            try log.append(
                .recover(
                    station: station,
                    device: try custody.makeRequest(),
                    recovery: try RecoveryKeys(of: next)
                ),
                signedBy: try kit.signingKey()
            )
            try custody.change { $0.landlord = kit.landlord }
            try custody.keep(log, after: MembershipDeed(.recover, station.description))
            return (custody, next)
        }
    }

    var revoked: CustodyError {
        CustodyError(.revoked, "this device was revoked: see the administrator")
    }

    package func label(of device: DeviceID, in roster: Roster) -> String {
        roster.members[device]?.station.description ?? "poste inconnu"
    }

    /// The bundles kept apart.
    package func quarantined() throws -> [QuarantinedBundle] { try ledger.quarantined() }

    package func heads() throws -> [BundleHead] { try ledger.heads() }

    package func auditLines() throws -> (lines: [AuditLine], isWhole: Bool) {
        try ledger.auditLines()
    }
}
