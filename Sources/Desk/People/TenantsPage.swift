import Tenancy

/// Where people are looked for.
struct TenantsPage {
    struct Found {
        let path: String
        let person: FoundPerson
    }

    let search: String?
    let hasSearched: Bool
    let nobody: Bool
    let found: [Found]

    init(_ visit: DeskVisit, _ found: [Tenant]?, opposition: Opposition) {
        search = visit.search
        hasSearched = found != nil
        nobody = found?.isEmpty ?? false
        self.found = (found ?? []).map { tenant in
            let person = FoundPerson(tenant, visit, isOpposed: opposition.contains(tenant.id))
            return Found(path: "/locataires/" + person.handle, person: person)
        }
    }
}
