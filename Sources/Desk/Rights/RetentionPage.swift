import Tenancy

/// Who has had no activity for so many months.
struct RetentionPage {
    struct Line {
        let field: String
        let path: String
        let name: String
        let last: String
    }

    /// So many are shown at once; the oldest come first.
    static let most = 200

    /// The periods that may be looked at, in months.
    private static let usual = [12, 24, 36, 60]

    let months: String
    let periods: [DeskFrame.Link]
    let people: [Line]
    let nobody: Bool
    let isAdministrator: Bool
    let count: String

    init(
        _ visit: DeskVisit,
        _ inactive: [InactivePerson],
        months: Int,
        isAdministrator: Bool
    ) {
        let language = visit.language
        self.months = "\(months)"
        periods = Self.usual.map { period in
            DeskFrame.Link(
                href: "/droits/conservation?mois=\(period)",
                label: language.count(period, "months"),
                current: period == months
            )
        }
        people = inactive.map { person in
            Line(
                field: Self.field(person.tenant, visit),
                path: "/locataires/" + visit.handle(person.tenant.id, .tenant),
                name: person.tenant.listName,
                last: language.word("lastActivity", ["jour": language.day(person.lastDay)])
            )
        }
        nobody = people.isEmpty
        self.isAdministrator = isAdministrator
        count = language.count(people.count, "inactive")
    }

    /// The name of somebody's box.
    static func field(_ tenant: Tenant, _ visit: DeskVisit) -> String {
        "p-" + visit.handle(tenant.id, .tenant)
    }
}
