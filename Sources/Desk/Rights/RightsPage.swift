import Tenancy

/// What people asked about their data, and what was erased.
struct RightsPage {
    struct Erasure {
        let path: String
        let what: String
        let dates: String
        let progress: String
        let isLate: Bool
    }

    let requests: [RequestRow]
    let hasRequests: Bool
    let erasures: [Erasure]
    let hasErasures: Bool
    let linked: [TenantsPage.Found]
    let hasLinked: Bool
    let isAdministrator: Bool

    init(
        _ visit: DeskVisit,
        _ state: RightsState,
        _ requests: [(RightsRequest, Tenant)],
        linked: [Tenant],
        today: CalendarDay
    ) {
        self.requests = requests.map { request, tenant in
            RequestRow(visit, request, name: tenant.listName, today: today)
        }
        hasRequests = !requests.isEmpty
        erasures = state.certificates.map { Self.erasure($0, visit, today) }
        hasErasures = !erasures.isEmpty
        self.linked = linked.map { tenant in
            let person = FoundPerson(tenant, visit)
            return TenantsPage.Found(path: "/droits/dossier/" + person.handle, person: person)
        }
        hasLinked = !linked.isEmpty
        isAdministrator = state.isAdministrator
    }

    private static func erasure(
        _ certificate: ErasureCertificate,
        _ visit: DeskVisit,
        _ today: CalendarDay
    ) -> Erasure {
        let language = visit.language
        return Erasure(
            path: "/droits/attestation/" + visit.handle(certificate.order.id, .order),
            what: language.count(certificate.order.people, "erasedPeople"),
            dates: language.dates(of: certificate.order),
            progress: language.progress(of: certificate),
            isLate: certificate.isLate(on: today)
        )
    }
}

extension DeskLanguage {
    /// « ordonné le 10/02/2026, à faire avant le 10/03/2026 (demande de la personne) ».
    func dates(of order: ErasureOrder) -> String {
        let day = moment(order.orderedAt).prefix { $0 != " " }
        return word(
            "erasureDates",
            [
                "jour": String(day), "terme": self.day(order.dueOn),
                "cause": word("right-cause-" + order.cause.rawValue),
            ]
        )
    }

    /// « 2 sur 3 postes ».
    func progress(of certificate: ErasureCertificate) -> String {
        word(
            "erasureProgress",
            [
                "faits": "\(certificate.confirmed)",
                "tous": "\(certificate.confirmations.count)",
            ]
        )
    }
}
