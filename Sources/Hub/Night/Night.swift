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

    /// Takes what members wrote of the region, and leaves the region as it stands in every mailbox.
    private func mergeRegion(_ report: inout NightReport) async throws {
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let bundles = try await mailbox.regionBundles()
            try await mailbox.removeMerged(
                try take(bundles, of: mailbox, &report.region)
            )
        }
        try region.publish(store, folder)
        report.region.posted = try await region.post(in: folder, on: day.number)
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
