import Causality
import Membership
import ReplicaStore
import Sealing
import Seams

extension DeviceCustody {
    /// Makes the receive keys that are lacking for the months to come; nil where none is.
    package func renewal() throws -> ReceiveKeyUpdate? {
        let log = try log()
        guard let member = log.roster.members[device], member.isActive else { throw revoked }
        let first = Month(milliseconds: now)
        let lacks = (0..<Self.months).contains { offset in
            first.advanced(by: offset).map { member.receiveKeys[$0] == nil } ?? false
        }
        guard lacks else { return nil }
        return try CustodyError.naming {
            var prepared: [Month: ReceivePublicKey] = [:]
            try change { keyring in
                prepared = try keyring.prepare(
                    Self.months,
                    from: first,
                    entropy: environment.entropy
                )
            }
            return try ReceiveKeyUpdate(
                of: keyring,
                landlord: log.roster.landlord,
                revision: member.revision + 1,
                receiveKeys: prepared
            )
        }
    }

    /// Enters a device's new keys into the log; whether they were news.
    package func enter(_ update: ReceiveKeyUpdate) throws -> Bool {
        var log = try logToChange()
        if let member = log.roster.members[update.device], member.revision >= update.revision {
            return false
        }
        try CustodyError.naming {
            try log.append(.receiveKeys(update), signedBy: keyring.identity)
        }
        try ledger.save(log)
        try ledger.audit(.renew, label(of: update.device, in: log.roster), at: now)
        return true
    }

    /// Ends a device's membership: nothing is sealed to it any more, and what it says beyond what is
    /// known here is kept apart.
    package func revoke(
        _ station: Station,
        _ reason: Revocation.Reason,
        known: VersionVector
    ) throws {
        var log = try logToChange()
        guard let member = log.roster.members.values.first(where: { $0.station == station }) else {
            throw CustodyError(.notFound, "there is no \(station)")
        }
        var frontier: [ReplicaID: Revocation.Edge] = [:]
        for head in try ledger.heads() where head.device == member.device {
            frontier[head.replica] = Revocation.Edge(
                sequence: head.sequence,
                counter: known[head.replica]
            )
        }
        let revocation = Revocation(device: member.device, reason: reason, frontier: frontier)
        try CustodyError.naming {
            try log.append(.revoke(revocation), signedBy: keyring.identity)
        }
        try ledger.save(log)
        try ledger.audit(.revoke, station.description, at: now)
    }

    /// Makes another device the administrator.
    package func handOver(to station: Station) throws {
        var log = try logToChange()
        guard let member = log.roster.members.values.first(where: { $0.station == station }) else {
            throw CustodyError(.notFound, "there is no \(station)")
        }
        try CustodyError.naming {
            try log.append(.handOver(member.device), signedBy: keyring.identity)
        }
        try ledger.save(log)
        try ledger.audit(.handOver, station.description, at: now)
    }

    /// Takes a log that somebody left; whether ours has more than it.
    ///
    /// - Throws: `CustodyError` where it is not sound; a fork is kept, and freezes all changes.
    func take(_ bytes: [UInt8]) throws -> Bool {
        let log = try log()
        guard log.fork == nil else { return false }
        switch try CustodyError.naming({ try log.merge(bytes) }) {
        case .same: return false
        case .behind: return true
        case .extended(let longer):
            try ledger.save(longer)
            return false
        case .forked(let fork):
            try ledger.noteFork(bytes)
            try ledger.audit(.fork, "\(fork.sequence)", at: now)
            throw CustodyError(
                .membership,
                "two entries of the membership bear the number \(fork.sequence): nobody is added or "
                    + "revoked until the administrator has decided which is right"
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
            let number = (log.roster.members.values.map(\.station.number).max() ?? 0) + 1
            let next = RecoveryKit(of: kit.landlord, from: environment.entropy)
            try log.append(
                .recover(
                    station: try station(number),
                    device: try custody.makeRequest(),
                    recovery: try RecoveryKeys(of: next)
                ),
                signedBy: try kit.signingKey()
            )
            try custody.change { $0.landlord = kit.landlord }
            try custody.ledger.save(log)
            try custody.ledger.set(snapshotDebt, owed: true)
            try custody.ledger.audit(.recover, "poste \(number)", at: custody.now)
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
