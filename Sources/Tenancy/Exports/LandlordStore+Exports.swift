import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// How much is gathered before it is handed on.
    private static let piece = 262_144

    /// Writes a file for spreadsheets, piece by piece, out of one state of the store.
    ///
    /// - Returns: How many lines it has, the headers apart.
    package func export(
        _ kind: ExportKind,
        _ scope: ExportScope,
        to sink: ([UInt8]) throws -> Void
    ) throws -> Int {
        let today = try currentDay()
        let versions = OpenVersions(try replica.conflicts())
        return try replica.read { database in
            if let programme = scope.programme {
                try Self.requireProgramme(programme, in: database)
            }
            let persons = try Persons(database)
            let lists = try ExportLists(database, scope, asOf: today, persons, versions)
            var waiting = CSVLine.mark + CSVLine.bytes(Self.headers(kind))
            var lines = 0
            let take = { (cells: [String]) in
                lines += 1
                waiting += CSVLine.bytes(cells)
                guard waiting.count >= Self.piece else { return }
                try sink(waiting)
                waiting.removeAll(keepingCapacity: true)
            }
            switch kind {
            case .persons:
                let summaries = try PersonSummary.all(database, scope, lists, persons)
                try Self.persons(database, scope, lists, summaries, take)
            case .participations: try Self.participations(database, lists, take)
            }
            try sink(waiting)
            return lines
        }
    }

    /// What the file says of each line.
    package static func headers(_ kind: ExportKind) -> [String] {
        switch kind {
        case .persons:
            [
                "Identifiant", "Référence locataire", "Civilité", "Nom", "Nom de naissance",
                "Prénom", "Date de naissance", "Téléphone", "Adresse mail", "Adresse",
                "Code postal", "Code INSEE", "Commune", "Quartier prioritaire", "Inscriptions",
                "Présences", "Première présence", "Dernière présence",
                "Connu d’une institution", "Orientations", "Types de partenaires",
            ]
        case .participations:
            [
                "Identifiant", "Référence locataire", "Nom", "Prénom", "Date de naissance",
                "Téléphone", "Identifiant de l’action", "Jour", "Type d’action", "Intitulé",
                "Programme", "Lieu", "Inscription", "Présence", "Sans inscription",
                "Heure de la coche",
            ]
        }
    }

    /// Everybody, or who stands on a list or was sent to a partner in the scope.
    private static func persons(
        _ database: Database,
        _ scope: ExportScope,
        _ lists: ExportLists,
        _ summaries: [RowKey: PersonSummary],
        _ take: ([String]) throws -> Void
    ) throws {
        let listed = Set(lists.people.values.joined().map(\.person))
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(Tenant.columns) FROM tenant ORDER BY fold(last_name), fold(first_name)"
        )
        while let row = try rows.next() {
            guard let tenant = Tenant(row), try tenant.isStanding(database) else { continue }
            let key = RowKey(tenant.id)
            let summary = summaries[key] ?? PersonSummary()
            guard scope.isWhole || listed.contains(key) || summary.referrals > 0 else { continue }
            try take(cells(tenant, summary))
        }
    }

    private static func cells(_ tenant: Tenant, _ summary: PersonSummary) -> [String] {
        [
            tenant.id.description, tenant.erpRef ?? "", ExportCells.title(tenant.title),
            tenant.lastName, tenant.birthName ?? "", tenant.firstName,
            ExportCells.day(tenant.birthDate), ExportCells.phone(tenant.phone),
            tenant.email ?? "", tenant.address ?? "", tenant.postalCode ?? "",
            tenant.communeCode ?? "", tenant.communeName ?? "", tenant.qpvCode ?? "",
            "\(summary.registrations)", "\(summary.presences)", ExportCells.day(summary.first),
            ExportCells.day(summary.last),
            (summary.knownAnswer ?? .notStated).libelle, "\(summary.referrals)",
            summary.partners.sorted().joined(separator: ", "),
        ]
    }

    private static func participations(
        _ database: Database,
        _ lists: ExportLists,
        _ take: ([String]) throws -> Void
    ) throws {
        for (key, event) in lists.order {
            let people = try (lists.people[key] ?? []).compactMap { person, at in
                try person.id.flatMap { try Tenant.find($0, database) }.map { ($0, at) }
            }.sorted {
                ($0.0.lastName, $0.0.firstName, $0.0.id) < ($1.0.lastName, $1.0.firstName, $1.0.id)
            }
            for (tenant, at) in people {
                try take(cells(tenant, event, at, lists.status(at, at: key)))
            }
        }
    }

    private static func cells(
        _ tenant: Tenant,
        _ event: Event,
        _ person: PersonAtEvent,
        _ status: PresenceStatus?
    ) -> [String] {
        [
            tenant.id.description, tenant.erpRef ?? "", tenant.lastName, tenant.firstName,
            ExportCells.day(tenant.birthDate), ExportCells.phone(tenant.phone),
            event.id.description, event.day.frenchText, event.kind.libelle, event.name,
            event.programme ?? "", event.place ?? "", person.registration?.libelle ?? "",
            status?.libelle ?? "",
            ExportCells.yes(status == .seen && person.registration == nil),
            person.checkedAt.map(FrenchTime.text) ?? "",
        ]
    }
}
