import Exchange
import HubStorage
import HubWire
import Records
import Sealing
import Seams
import Statistics

/// One nightly reconciliation: whatever it does twice, it does once.
struct Night {
    /// So many days a bundle stays beside the snapshot that covers it.
    static let bundleLife = 45

    let day: UTCDay
    let folder: HubFolder
    let store: HubStore
    let region: RegionDesk
    let key: SigningKey

    /// Works through the night's steps; each lasts by itself, and a night that was cut begins anew.
    func run(over drops: [any Disk], into report: inout NightReport) async throws {
        for (number, disk) in drops.enumerated() {
            let drop = DropFolder(disk, number: number + 1, of: self)
            report.roads.append(try await drop.bring())
        }
        try await takeStatements(&report)
        try await mergeRegion(&report)
        for (number, disk) in drops.enumerated() {
            let drop = DropFolder(disk, number: number + 1, of: self)
            report.roads[number].given = try await drop.give()
        }
        for landlord in folder.landlords {
            if let line = try await line(of: landlord) { report.landlords.append(line) }
        }
    }

    private func line(of landlord: RecordID) async throws -> NightReport.Landlord? {
        guard let mailbox = folder.mailbox(of: landlord) else { return nil }
        let removed = try await mailbox.compact(before: day.number - Self.bundleLife)
        let state = try await mailbox.state()
        return NightReport.Landlord(
            id: landlord.description,
            code: state.code,
            bundles: state.bundles,
            bytes: state.bytes,
            removed: removed,
            heardOn: state.lastDay.flatMap { UTCDay(number: $0)?.isoText },
            ageDays: state.lastDay.map { max(0, day.number - $0) },
            missing: state.missing,
            forks: state.forks
        )
    }

    /// Merges the statements that every landlord's mailbox holds and no night has taken.
    ///
    /// What is told of them is told of the day, not of this run: one that was cut hides nothing.
    private func takeStatements(_ report: inout NightReport) async throws {
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let ready = try await mailbox.statements().filter { !waits($0) }
            for statement in ready {
                try store.receive(
                    statementBytes: statement.body,
                    origin: "\(statement.landlord) \(statement.hash.description.prefix(12))",
                    receivedDay: day.number,
                    sender: statement.landlord
                )
            }
            try await mailbox.noteTaken(ready.map(\.hash))
        }
        report.releases = try store.programmes().map(release)
        report.statements.accepted = try store.accepted(on: day.number)
        report.statements.refused = try store.refusals(on: day.number).map {
            NightReport.Refused(what: $0.origin, reason: $0.reason)
        }
        report.silent = try store.silent(on: day.number).map {
            NightReport.Silent(
                programme: $0.programme,
                landlord: $0.landlord.code,
                ageDays: $0.ageDays
            )
        }
    }

    /// Releases a programme's tables for the night, or says why none came out.
    private func release(_ programme: Programme) throws -> NightReport.Release {
        do {
            let release = try store.release(programme.code, cutoff: day, signedBy: key)
            return NightReport.Release(programme: programme.code, number: release.number)
        } catch let failure as ReleaseFailure {
            return NightReport.Release(programme: programme.code, reason: failure.description)
        }
    }

    /// Whether a statement is dated tomorrow: days begin earlier in France than in UTC.
    private func waits(_ statement: KeptStatement) -> Bool {
        guard let read = try? SentStatement(bytes: statement.body) else { return false }
        return read.headline.cutoff.number == day.number + 1
    }

    /// Takes what members wrote of the region, and leaves the region as it stands in every mailbox.
    private func mergeRegion(_ report: inout NightReport) async throws {
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let bundles = try await mailbox.regionBundles()
            try await mailbox.removeMerged(
                try take(bundles, of: mailbox, &report.region)
            )
        }
        guard let snapshot = try region.snapshot() else { return }
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let isThere = try await mailbox.regionBundles().contains { bundle in
                try region.isCurrent(SealedBundle.Header(bundle.bytes))
            }
            guard !isThere else { continue }
            try await mailbox.post(snapshot, on: day.number)
            report.region.posted += 1
        }
    }

    /// Those of the bundles that need not lie there any longer: what waits for another one stays.
    private func take(
        _ bundles: [(hash: ContentHash, bytes: [UInt8])],
        of mailbox: any MailboxStorage,
        _ told: inout NightReport.Region
    ) throws -> [ContentHash] {
        let foreign = try bundles.filter { try !region.isOwn(SealedBundle.Header($0.bytes)) }
        let receptions = try region.take(foreign.map(\.bytes), of: mailbox.roster)
        var done: [ContentHash] = []
        for (bundle, reception) in zip(foreign, receptions) {
            switch reception {
            case .held: continue
            case .applied: told.applied += 1
            case .refused(let code, let message):
                let what = bundle.hash.description.prefix(12)
                told.refused.append(.init(what: String(what), reason: "\(message) [\(code)]"))
            case .known, .quarantined: break
            }
            done.append(bundle.hash)
        }
        return done
    }
}
