import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The partners: listed, added, corrected; all open orientations to one on paper.
    func partners(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try partnerList(visit)
        case (.post, nil, 0): return try savePartner(visit, nil)
        case (.post, "contact", 1): return try saveContact(visit)
        case (.post, _, 1): return try savePartner(visit, try visit.id(rest[0], .partner))
        case (.get, _, 2): return try handovers(visit, rest[0], rest[1])
        default: throw DeskRefusal.missing
        }
    }

    private func partnerList(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = PartnersPage(visit, try store.partners(), contact: try store.contact())
        return try self.page(
            .partenaires,
            page,
            visit,
            title: visit.language.word("partnersTitle"),
            section: "/orientations"
        )
    }

    /// Adds a partner, or says anew what one is; the same twice is one.
    private func savePartner(_ visit: DeskVisit, _ id: RecordID?) throws -> DeskAnswer {
        let commune = visit.typed("commune")
        guard let kind = visit.fields["genre"].flatMap(PartnerKind.init(code:)),
            let typed = visit.typed("nom"), let name = try? FreeText.read(typed),
            commune.map({ PlaceCheck.unknownFields(communeCode: $0, qpvCode: nil).isEmpty }) ?? true
        else {
            return done(
                visit,
                "/partenaires",
                visit.language.word("partnerRefused"),
                isWarning: true
            )
        }
        return try tell(visit, "/partenaires", "partnerSaved", refusedAs: "partnerRefused") {
            if let id {
                try store.correctPartner(id, kind, name, communeCode: commune)
            } else {
                try store.addPartner(kind, name, communeCode: commune)
            }
        }
    }

    private func saveContact(_ visit: DeskVisit) throws -> DeskAnswer {
        try tell(visit, "/partenaires", "contactSaved", refusedAs: "entryRefused") {
            try store.setContact(visit.typed("coordonnees") ?? "")
        }
    }
}
