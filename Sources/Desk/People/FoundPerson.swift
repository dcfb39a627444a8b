import Tenancy

/// Somebody that a search found, with what tells them from others of that name.
struct FoundPerson {
    let handle: String
    let name: String
    let about: String

    init(_ tenant: Tenant, _ visit: DeskVisit, isOpposed: Bool = false) {
        let language = visit.language
        handle = visit.handle(tenant.id, .tenant)
        name = tenant.listName
        about = [
            isOpposed ? language.word("opposedBadge") : nil,
            tenant.birthDate.map { language.word("bornOn", ["jour": language.day($0)]) },
            tenant.communeName, tenant.phone.map(Self.lastDigits(of:)), tenant.erpRef,
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// Enough of a number to know it again, and no more: others see the screen.
    private static func lastDigits(of phone: String) -> String { "… " + phone.suffix(4) }
}
