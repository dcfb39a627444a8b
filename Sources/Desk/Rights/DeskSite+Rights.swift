import Custody
import Records
import ReplicaStore
import Tenancy
import WebPages

extension DeskSite {
    /// What people asked about their data, what is due, who confirmed an erasure.
    func rights(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try rightsList(visit)
        case (.post, "demande", 1): return try closeRequest(visit)
        case (_, "dossier", 2...):
            return try personRights(visit, rest[1], Array(rest.dropFirst(2)))
        case (.get, "attestation", 2...3): return try certificate(visit, Array(rest.dropFirst()))
        case (_, "conservation", 1...2):
            return try retention(visit, isConfirming: rest.last == "confirmer")
        default: throw DeskRefusal.missing
        }
    }

    /// Whether orders are given here, and how far they are.
    func rightsState() throws -> RightsState {
        let store = store
        return try keys.use { custody in
            let office = ErasureOffice(store, custody)
            return RightsState(
                isAdministrator: try office.isHere,
                certificates: try office.certificates()
            )
        }
    }

    /// Orders an erasure; the memory of this desk forgets the people at once.
    func order(_ files: [RecordID], _ cause: ErasureCause, due day: CalendarDay?) throws {
        let store = store
        try keys.use { custody in
            _ = try ErasureOffice(store, custody).order(files, cause, due: day)
        }
        try people.forget()
    }

    private func rightsList(_ visit: DeskVisit) throws -> DeskAnswer {
        let requests = try store.rightsRequests()
        let page = RightsPage(
            visit,
            try rightsState(),
            requests.filter { $0.status == .open || $0.kind.stopsUse && $0.status == .done }
                // A request may come before the file that it is about.
                .compactMap { request in (try? store.tenant(request.tenant)).map { (request, $0) }
                },
            linked: try store.linkedFiles().map { try store.tenant($0) },
            today: try store.currentDay()
        )
        return try self.page(
            .droits,
            page,
            visit,
            title: visit.language.word("rightsTitle"),
            section: "/droits"
        )
    }

    private func closeRequest(_ visit: DeskVisit) throws -> DeskAnswer {
        let id = try visit.id(visit.fields["demande"], .request)
        guard let status = visit.fields["etat"].flatMap(RightsStatus.init(rawValue:)),
            let request = try store.rightsRequests().first(where: { $0.id == id })
        else { throw DeskRefusal.form }
        let path = "/droits/dossier/" + visit.handle(request.tenant, .tenant)
        let answer = visit.typed("reponse")
        guard status != .refused || answer != nil else {
            return done(visit, path, visit.language.word("requestNeedsAnswer"), isWarning: true)
        }
        if request.status != status {
            try store.closeRequest(id, as: status, answer: answer)
        }
        return done(visit, path, visit.language.word("requestClosed"))
    }

    private func certificate(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        let id = try visit.id(rest.first, .order)
        guard let certificate = try rightsState().certificates.first(where: { $0.order.id == id })
        else { throw DeskRefusal.missing }
        let page = CertificatePage(visit, certificate, today: try store.currentDay())
        let title = visit.language.word("certificateTitle")
        guard rest.count == 2 else {
            return try self.page(.attestation, page, visit, title: title, section: "/droits")
        }
        guard rest[1] == "fichier" else { throw DeskRefusal.missing }
        return try download(
            .attestation,
            page.asFile,
            visit,
            title: title,
            as: "attestation-effacement.html"
        )
    }
}
