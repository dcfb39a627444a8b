import Records
import ReplicaStore
import Tenancy
import WebPages

extension DeskSite {
    /// What is left for somebody to decide.
    func toDo(_ visit: DeskVisit) throws -> DeskAnswer {
        let conflicts = try store.erpConflicts()
        let names = try conflicts.map { try store.tenant($0.tenant).listName }
        let page = ToDoPage(
            visit,
            lines: try store.inboxLines(),
            notices: try store.notices(),
            pairs: try people.duplicates(),
            erp: Array(zip(conflicts, names)),
            followUp: try followUpToDo(visit),
            erasures: try store.erasureNotices()
        )
        return try self.page(
            .atraiter,
            page,
            visit,
            title: visit.language.word("toDoTitle"),
            section: "/a-traiter"
        )
    }

    /// Whom to call, and which partner to ask again.
    private func followUpToDo(_ visit: DeskVisit) throws -> FollowUpToDo {
        let today = try store.currentDay()
        let contacts = try store.dueContacts(on: today)
        let shown = try contacts.prefix(FollowUpToDo.most).map {
            ($0.contact, try store.tenant($0.tenant))
        }
        return FollowUpToDo(
            visit,
            contacts: shown,
            silent: try store.referrals(.open).filter { $0.isReminderDue(on: today) },
            today: today
        )
    }

    /// Decides a line; one that has changed since it was shown is decided by nobody.
    func decide(_ visit: DeskVisit) throws -> DeskAnswer {
        let parts = (visit.fields["ligne"] ?? "").split(separator: ".").map(String.init)
        guard parts.count == 2 else { throw DeskRefusal.form }
        let (seal, choice) = (parts[0], parts[1])
        let why = visit.language.word("decidedAtDesk")
        do {
            if let line = try store.inboxLines().first(where: { $0.seal(visit) == seal }) {
                let value = choice == "a" ? line.shown : line.version(choice)
                guard let value else { throw DeskRefusal.form }
                try store.replica.resolve(
                    line.conflict,
                    with: value.value,
                    who: store.agent,
                    why: why
                )
                return done(visit, "/a-traiter", visit.language.word("decided"))
            }
            if let notice = try store.notices().first(where: { $0.seal(visit) == seal }) {
                try store.resolveNotice(notice.id, takingOther: choice != "a", why: why)
                return done(visit, "/a-traiter", visit.language.word("decided"))
            }
            if let notice = try store.erasureNotices().first(where: { $0.seal(visit) == seal }) {
                try store.dismiss(notice)
                return done(visit, "/a-traiter", visit.language.word("decided"))
            }
            if let conflict = try store.erpConflicts().first(where: { $0.seal(visit) == seal }) {
                let takeErp = choice != "a"
                try store.resolveErpConflict(conflict.tenant, conflict.field, takeErp: takeErp)
                return done(visit, "/a-traiter", visit.language.word("decided"))
            }
        } catch let error as ReplicaError where error.code == .notFound {
            return done(visit, "/a-traiter", visit.language.word("lineChanged"), isWarning: true)
        }
        return done(visit, "/a-traiter", visit.language.word("lineChanged"), isWarning: true)
    }
}

extension InboxLine {
    /// The name of the line as it stands: it is another one when a version comes or goes.
    func seal(_ visit: DeskVisit) -> String {
        let versions = ([shown] + others).map { "\($0.value.displayText)@\($0.moment)" }
        return visit.token.seal(([id] + versions).joined(separator: "\u{0}"))
    }

    /// The version that a button names by its place among the others.
    func version(_ choice: String) -> Version? {
        guard let place = Int(choice), others.indices.contains(place) else { return nil }
        return others[place]
    }
}

extension Notice {
    func seal(_ visit: DeskVisit) -> String { visit.token.seal("notice/" + id) }
}

extension ErasureNotice {
    func seal(_ visit: DeskVisit) -> String { visit.token.seal("erasure/\(order)/\(total)") }
}

extension ErpConflict {
    func seal(_ visit: DeskVisit) -> String {
        let value = [field.rawValue, storeValue ?? "", erpValue ?? ""].joined(separator: "\u{0}")
        return visit.token.seal("erp/\(tenant)/" + value)
    }
}
