import Custody
import Exchange
import Records
import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    private static let folderName = "dossier"

    /// The laptops, the exchange, the backup.
    func settings(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = SettingsPage(
            visit,
            try exchangeState(),
            folder: visit.session.text(Self.folderName),
            minutes: Int(world.patience / 60_000)
        )
        return try self.page(
            .reglages,
            page,
            visit,
            title: visit.language.word("settingsTitle"),
            section: "/reglages"
        )
    }

    /// What is known of the other laptops, and what they do not know yet.
    func exchangeState() throws -> ExchangeState { try ExchangeState(store, world.environment) }

    func change(_ visit: DeskVisit, _ what: String) throws -> DeskAnswer {
        guard let path = visit.typed("dossier") else {
            return done(visit, "/reglages", visit.language.word("folderMissing"), isWarning: true)
        }
        do {
            switch what {
            case "echanger":
                sessions.update(visit.token) { $0.keep(path, as: Self.folderName) }
                return try exchange(visit, with: path)
            case "sauvegarder": return try backUp(visit, to: path)
            default: throw DeskRefusal.missing
            }
        } catch DiskFailure.noFolder {
            return done(visit, "/reglages", visit.language.word("folderMissing"), isWarning: true)
        } catch DiskFailure.noPermission {
            return done(visit, "/reglages", visit.language.word("folderClosed"), isWarning: true)
        } catch let error as CustodyError where error.code == .revoked {
            return done(visit, "/reglages", visit.language.word("revoked"), isWarning: true)
        }
    }

    /// Pulls, applies and pushes over a folder.
    private func exchange(_ visit: DeskVisit, with path: String) throws -> DeskAnswer {
        let region = RegionSync(
            beside: store.replica.folder,
            try LandlordStore.regionSchema(),
            world.environment
        )
        let (store, disk) = (store, world.disk(path))
        let report = try keys.use { custody in
            try SealedSync(
                custody,
                store.replica,
                disk,
                region: region,
                obeying: store.carryOut
            ).run()
        }
        try people.forget()
        if let replica = try region.open() {
            defer { try? replica.close() }
            try store.adoptProgrammes(of: replica)
        }
        let language = visit.language
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
        let needsLook = report.held > 0 || !report.refusals.isEmpty || report.quarantined > 0
        return done(visit, "/reglages", text, isWarning: needsLook)
    }

    private func backUp(_ visit: DeskVisit, to folder: String) throws -> DeskAnswer {
        let day = try store.currentDay().isoText
        let name =
            "passerelle-\(store.replica.partition.code)-\(day)-\(freshName().prefix(6)).sqlite"
        do {
            try store.replica.backup(to: folder + "/" + name)
        } catch let error as ReplicaError where [.missing, .readOnly].contains(error.code) {
            return done(visit, "/reglages", visit.language.word("folderMissing"), isWarning: true)
        }
        return done(visit, "/reglages", visit.language.word("backedUp", ["nom": name]))
    }
}
