import Tenancy

/// What a person's file says of their rights.
struct FileRights {
    let path: String
    let isOpposed: Bool
    let requests: [RequestRow]
    let hasRequests: Bool

    init(
        _ visit: DeskVisit,
        _ tenant: Tenant,
        _ requests: [RightsRequest],
        isOpposed: Bool,
        today: CalendarDay
    ) {
        path = "/droits/dossier/" + visit.handle(tenant.id, .tenant)
        self.isOpposed = isOpposed
        self.requests = requests.map {
            RequestRow(visit, $0, name: tenant.listName, today: today)
        }
        hasRequests = !requests.isEmpty
    }
}
