import Tenancy

/// Whom to call, and which partners have been silent too long.
struct FollowUpToDo {
    struct Card {
        let path: String
        let name: String
        let about: String
    }

    /// So many of each are shown at once.
    static let most = 50

    let contacts: [Card]
    let silent: [Card]
    let hasContacts: Bool
    let hasSilent: Bool

    var isEmpty: Bool { contacts.isEmpty && silent.isEmpty }

    init(
        _ visit: DeskVisit,
        contacts: [(NextContact, Tenant)],
        silent: [ReferralLine],
        today: CalendarDay
    ) {
        let language = visit.language
        self.contacts = contacts.map { contact, tenant in
            let late = contact.isOverdue(on: today) ? language.word("isLate") : nil
            return Card(
                path: "/locataires/" + visit.handle(tenant.id, .tenant),
                name: tenant.listName,
                about: [language.contact(contact), late, contact.reason].compactMap(\.self)
                    .joined(separator: " · ")
            )
        }
        self.silent = silent.prefix(Self.most).map { line in
            Card(
                path: "/orientations/" + visit.handle(line.id, .referral),
                name: line.tenant.listName,
                about: line.partner.name + " · " + language.age(line, on: today)
            )
        }
        hasContacts = !contacts.isEmpty
        hasSilent = !silent.isEmpty
    }
}
