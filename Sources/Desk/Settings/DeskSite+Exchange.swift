import Custody
import Exchange
import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    /// Pulls, applies and pushes over a folder.
    func exchangeWithFolder(_ visit: DeskVisit, _ path: String) throws -> DeskAnswer {
        let disk = world.disk(path)
        return try exchange(visit) { custody, store, region in
            try SealedSync(
                custody,
                store.replica,
                disk,
                region: region,
                obeying: store.carryOut
            ).run()
        }
    }

    /// The same with the hub, which is known by its key once it was met.
    func exchangeWithHub(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let hub = world.hub else { throw DeskRefusal.missing }
        guard let address = visit.typed("adresse") else {
            return done(visit, "/reglages", visit.language.word("hubMissing"), isWarning: true)
        }
        let key = visit.typed("cle-hub")
        sessions.update(visit.token) { $0.keep(address, as: Self.hubName) }
        do {
            return try exchange(visit) { try hub($0, $1, $2, address, key) }
        } catch let error as CustodyError where error.code == .revoked {
            return done(visit, "/reglages", visit.language.word("revoked"), isWarning: true)
        } catch is HubUnreachable {
            return done(visit, "/reglages", visit.language.word("hubFailed"), isWarning: true)
        }
    }

    /// Exchanges over a road, then takes in what came of the region, and says what was done.
    private func exchange(
        _ visit: DeskVisit,
        over road: @Sendable (DeviceCustody, LandlordStore, RegionSync) throws -> SyncReport
    ) throws -> DeskAnswer {
        let region = RegionSync(
            beside: store.replica.folder,
            try LandlordStore.regionSchema(),
            world.environment
        )
        let store = store
        let report = try keys.use { try road($0, store, region) }
        try people.forget()
        if let replica = try region.open() {
            defer { try? replica.close() }
            try store.adoptProgrammes(of: replica)
        }
        let needsLook = report.held > 0 || !report.refusals.isEmpty || report.quarantined > 0
        return done(visit, "/reglages", Self.told(report, visit.language), isWarning: needsLook)
    }

    private static func told(_ report: SyncReport, _ language: DeskLanguage) -> String {
        var text =
            [
                language.count(Int(clamping: report.applied), "received"),
                language.count(Int(clamping: report.sent), "sent"),
            ].joined(separator: ", ") + "."
        if report.held > 0 {
            text += " " + language.count(Int(clamping: report.held), "held")
        }
        if !report.refusals.isEmpty {
            text += " " + language.count(report.refusals.count, "refused")
        }
        return text
    }
}
