import Tenancy

/// One person's rights.
struct PersonRightsPage {
    let name: String
    let path: String
    let file: String
    let isOpposed: Bool
    let requests: [RequestRow]
    let hasRequests: Bool
    let kinds: [FormOption]
    let today: String
    let isAdministrator: Bool

    init(
        _ visit: DeskVisit,
        _ tenant: Tenant,
        _ requests: [RightsRequest],
        isOpposed: Bool,
        isAdministrator: Bool,
        today: CalendarDay
    ) {
        let handle = visit.handle(tenant.id, .tenant)
        name = tenant.listName
        path = "/droits/dossier/" + handle
        file = "/locataires/" + handle
        self.isOpposed = isOpposed
        self.requests = requests.map {
            RequestRow(visit, $0, name: tenant.listName, today: today)
        }
        hasRequests = !requests.isEmpty
        kinds = RightsKind.allCases.map {
            FormOption(code: $0.rawValue, label: visit.language.word("right-" + $0.rawValue))
        }
        self.today = today.isoText
        self.isAdministrator = isAdministrator
    }
}
