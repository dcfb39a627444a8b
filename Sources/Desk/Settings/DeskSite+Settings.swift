import Custody
import Exchange
import Records
import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    private static let folderName = "dossier"
    static let hubName = "hub"

    /// The laptops, the exchange, the backup.
    func settings(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = SettingsPage(
            visit,
            try exchangeState(),
            folder: visit.session.text(Self.folderName),
            hub: world.hub == nil ? nil : visit.session.text(Self.hubName) ?? "",
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
        if what == "hub" { return try exchangeWithHub(visit) }
        guard let path = visit.typed("dossier") else {
            return done(visit, "/reglages", visit.language.word("folderMissing"), isWarning: true)
        }
        do {
            switch what {
            case "echanger":
                sessions.update(visit.token) { $0.keep(path, as: Self.folderName) }
                return try exchangeWithFolder(visit, path)
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
