import Statistics
import Tenancy

extension DeskSite {
    /// The first page: what happens today, what is left to decide, how fresh all this is.
    func today(_ visit: DeskVisit) throws -> DeskAnswer {
        let today = try store.currentDay()
        let events = try store.events().filter { $0.day == today }
        let cards = try events.map { event in
            var card = EventCard(event, visit)
            let counts = try store.indicators(.event(event.id)).counts
            card.figures =
                visit.language.count(counts[.registered], "registered") + " · "
                + visit.language.count(counts[.participants], "present-count")
            return card
        }
        let page = TodayPage(
            visit,
            cards,
            today,
            agent: store.agent,
            toDo: try toDoCounts(visit.language, today),
            try exchangeState()
        )
        let title = visit.language.word("todayTitle")
        return try self.page(.jour, page, visit, title: title, section: "/")
    }

    /// How much of each kind is left to decide; what is not there is not told.
    private func toDoCounts(_ language: DeskLanguage, _ today: CalendarDay) throws -> [String] {
        let contacts = try store.dueContacts(on: today)
        let late = contacts.count { $0.contact.isOverdue(on: today) }
        let counts = [
            (late, "lateContacts"), (contacts.count - late, "todayContacts"),
            (try store.remindersDue(on: today), "silentReferrals"),
            (try store.inboxLines().count { !$0.isSettledByRank }, "conflicts"),
            (try people.duplicates().count, "pairs"),
            (try store.erpConflicts().count, "erpConflicts"),
            (try store.notices().count + store.erasureNotices().count, "notices"),
            (try store.rightsRequests().count { $0.isLate(on: today) }, "lateRequests"),
        ]
        return counts.filter { $0.0 > 0 }.map { language.count($0.0, $0.1) }
    }
}
