import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The people: looked for, read, corrected.
    func tenants(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try tenantSearch(visit)
        case (.post, "chercher", 1): return try keepSearch(visit, "/locataires")
        case (.get, _, 1): return try tenantFile(visit, rest[0])
        case (.post, _, 2) where rest[1] == "corriger": return try correct(visit, rest[0])
        case (.post, _, 2): return try follow(visit, rest[0], rest[1])
        default: throw DeskRefusal.missing
        }
    }

    private func tenantSearch(_ visit: DeskVisit) throws -> DeskAnswer {
        let found = try visit.search.map { try people.find($0, limit: 20) }
        let page = TenantsPage(visit, found, opposition: try store.opposition())
        return try self.page(
            .locataires,
            page,
            visit,
            title: visit.language.word("tenantsTitle"),
            section: "/locataires"
        )
    }

    private func tenantFile(_ visit: DeskVisit, _ handle: String) throws -> DeskAnswer {
        let id = try visit.id(handle, .tenant)
        let file = try store.file(of: id)
        let choices = FollowUpChoices(
            partners: try store.partners(),
            programmes: try store.programmes()
        )
        let (key, today) = (freshName(), try store.currentDay())
        let page = FilePage(
            visit,
            file,
            alike: try store.duplicates(of: id),
            merges: try store.merges(of: file.tenant.id),
            FollowUpPart(visit, file, choices, agent: store.agent, key: key, today: today),
            ConsentsPart(visit, file, choices, key: key, today: today),
            rights: FileRights(
                visit,
                file.tenant,
                try store.rightsRequests(of: file.tenant.id),
                isOpposed: try store.opposition().contains(file.tenant.id),
                today: today
            )
        )
        return try self.page(
            .fiche,
            page,
            visit,
            title: visit.language.word("fileTitle"),
            section: "/locataires"
        )
    }

    private func correct(_ visit: DeskVisit, _ handle: String) throws -> DeskAnswer {
        let id = try visit.id(handle, .tenant)
        let today = try store.currentDay()
        let path = "/locataires/" + handle
        // What somebody else wrote since the page was shown is not written over.
        guard visit.fields["vu"] == (try store.tenant(id)).seal(visit) else {
            return done(visit, path, visit.language.word("fileChanged"), isWarning: true)
        }
        var typed: [TenantField: String] = [:]
        for field in TenantField.allCases {
            guard let text = visit.fields[field.rawValue] else { continue }
            let isName = field == .lastName || field == .firstName
            guard field.accepts(text, today: today), !isName || visit.typed(field.rawValue) != nil
            else {
                let name = visit.language.label(field)
                let text = visit.language.word("fieldRefused", ["champ": name])
                return done(visit, path, text, isWarning: true)
            }
            typed[field] = text
        }
        try store.updateTenant(id, typed)
        return done(visit, path, visit.language.word("corrected"))
    }
}

extension Tenant {
    /// The name of the file as it stands: another once any field of it changes.
    func seal(_ visit: DeskVisit) -> String {
        let values = TenantField.allCases.map { self[$0] ?? "" }
        return visit.token.seal("file/\(id)/" + values.joined(separator: "\u{0}"))
    }
}
