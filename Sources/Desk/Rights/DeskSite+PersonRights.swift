import Custody
import Records
import ReplicaStore
import Tenancy
import WebPages

extension DeskSite {
    /// One person's rights: what is handed to them, what they asked, their erasure.
    func personRights(
        _ visit: DeskVisit,
        _ handle: String,
        _ rest: [String]
    ) throws -> DeskAnswer {
        let tenant = try store.tenant(try visit.id(handle, .tenant))
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try personRights(visit, tenant)
        case (.get, "acces.html", 1), (.get, "acces.json", 1):
            return try access(visit, tenant, isForPeople: rest[0] == "acces.html")
        case (.post, "demande", 1): return try noteRequest(visit, tenant)
        case (.get, "effacement", 1): return try confirmErasure(visit, tenant)
        case (.post, "effacement", 1): return try erase(visit, tenant)
        default: throw DeskRefusal.missing
        }
    }

    private func personRights(_ visit: DeskVisit, _ tenant: Tenant) throws -> DeskAnswer {
        let page = PersonRightsPage(
            visit,
            tenant,
            try store.rightsRequests(of: tenant.id),
            isOpposed: try store.opposition().contains(tenant.id),
            isAdministrator: try rightsState().isAdministrator,
            today: try store.currentDay()
        )
        return try self.page(
            .demandes,
            page,
            visit,
            title: visit.language.word("personRights"),
            section: "/droits"
        )
    }

    /// Everything about one person as a file, under a name that tells nobody's.
    private func access(
        _ visit: DeskVisit,
        _ tenant: Tenant,
        isForPeople: Bool
    ) throws -> DeskAnswer {
        let record = try store.accessRecord(of: tenant.id)
        try CustodyRecord.noteExport(
            "acces",
            rows: record.rowCount,
            in: store.replica.folder,
            world.environment
        )
        guard isForPeople else {
            return .download(try record.json, "application/json", as: "acces.json")
        }
        return try download(
            .acces,
            AccessPage(visit, record),
            visit,
            title: visit.language.word("accessDocTitle"),
            as: "acces.html"
        )
    }

    private func noteRequest(_ visit: DeskVisit, _ tenant: Tenant) throws -> DeskAnswer {
        let path = "/droits/dossier/" + visit.handle(tenant.id, .tenant)
        guard let kind = visit.fields["droit"].flatMap(RightsKind.init(rawValue:)) else {
            throw DeskRefusal.form
        }
        let today = try store.currentDay()
        guard let day = visit.typed("jour").flatMap(CalendarDay.init(isoText:)), day <= today
        else {
            return done(visit, path, visit.language.word("requestDayWrong"), isWarning: true)
        }
        try store.noteRequest(of: tenant.id, kind, on: day)
        return done(visit, path, visit.language.word("requestNoted"))
    }

    private func confirmErasure(_ visit: DeskVisit, _ tenant: Tenant) throws -> DeskAnswer {
        guard try rightsState().isAdministrator else { return try notHere(visit) }
        return try confirm(
            visit,
            [tenant],
            to: "/droits/dossier/" + visit.handle(tenant.id, .tenant) + "/effacement"
        )
    }

    private func erase(_ visit: DeskVisit, _ tenant: Tenant) throws -> DeskAnswer {
        let path = "/droits/dossier/" + visit.handle(tenant.id, .tenant) + "/effacement"
        guard try rightsState().isAdministrator else { return try notHere(visit) }
        guard visit.fields["lu"] == "1" else {
            return done(visit, path, visit.language.word("eraseUnread"), isWarning: true)
        }
        let due = try store.rightsRequests(of: tenant.id)
            .first { $0.kind == .erasure && $0.status == .open }?.dueOn
        try order([tenant.id], .request, due: due)
        return done(visit, "/droits", visit.language.word("erasedNow"))
    }

    /// Says what goes and what stays, before anything goes.
    func confirm(
        _ visit: DeskVisit,
        _ people: [Tenant],
        to path: String,
        keeping hidden: [ErasurePage.Hidden] = []
    ) throws -> DeskAnswer {
        let records = try people.map { try store.accessRecord(of: $0.id) }
        let files = try people.map { try store.file(of: $0.id) }
        let page = ErasurePage(
            visit,
            people,
            rows: records.reduce(0) { $0 + $1.rowCount },
            partners: Set(files.flatMap { $0.referrals.map(\.partner) }).sorted(),
            path: path,
            hidden: hidden
        )
        return try self.page(
            .effacement,
            page,
            visit,
            title: visit.language.word("eraseConfirmTitle"),
            section: "/droits"
        )
    }

    func notHere(_ visit: DeskVisit) throws -> DeskAnswer {
        done(visit, "/droits", visit.language.word("onlyAdministrator"), isWarning: true)
    }
}
