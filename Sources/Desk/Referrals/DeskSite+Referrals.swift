import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The orientations: listed, answered, handed over.
    func referrals(_ visit: DeskVisit, _ rest: [String]) throws -> DeskAnswer {
        switch (visit.request.method, rest.first, rest.count) {
        case (.get, nil, 0): return try referralList(visit)
        case (.get, "orientations.csv", 1): return try referralFile(visit)
        case (.post, "filtrer", 1): return filter(visit)
        case (.post, "repondre", 1): return try answer(visit)
        case (.get, _, 1): return try referralPage(visit, rest[0])
        case (.post, _, 2) where rest[1] == "refuser": return try refuse(visit, rest[0])
        case (.post, _, 2) where rest[1] == "accord": return try agree(visit, rest[0])
        case (_, _, 2): return try handover(visit, rest[0], rest[1])
        default: throw DeskRefusal.missing
        }
    }

    private func referralList(_ visit: DeskVisit) throws -> DeskAnswer {
        let filter = try ReferralFilter(visit)
        let page = ReferralsPage(
            visit,
            filter,
            try store.referrals(filter.status, to: filter.partner),
            FollowUpChoices(partners: try store.partners(), programmes: []),
            today: try store.currentDay()
        )
        return try self.page(
            .orientations,
            page,
            visit,
            title: visit.language.word("referralsTitle"),
            section: "/orientations"
        )
    }

    private func filter(_ visit: DeskVisit) -> DeskAnswer {
        let state = visit.fields["etat"].flatMap(ReferralStatus.init(rawValue:))
        let partner = visit.fields["partenaire"].flatMap { try? visit.id($0, .partner) }
        return .redirect(ReferralFilter(state, partner).path(visit))
    }

    private func referralPage(_ visit: DeskVisit, _ handle: String) throws -> DeskAnswer {
        let line = try store.referral(try visit.id(handle, .referral))
        let page = ReferralPage(visit, line, key: freshName(), today: try store.currentDay())
        return try self.page(
            .orientation,
            page,
            visit,
            title: visit.language.word("referralTitle"),
            section: "/orientations"
        )
    }

    /// Notes the consent without which nothing is handed over, to this partner or to all.
    private func agree(_ visit: DeskVisit, _ handle: String) throws -> DeskAnswer {
        let line = try store.referral(try visit.id(handle, .referral))
        let isForAll = visit.fields["portee"] == "tous"
        return try give(
            visit,
            "/orientations/" + handle,
            .partner,
            of: line.tenant.id,
            toPartner: isForAll ? nil : line.partner.id
        )
    }

    /// The orientations as a file for a spreadsheet, without a name; see ``ReferralFile``.
    private func referralFile(_ visit: DeskVisit) throws -> DeskAnswer {
        let text = ReferralFile(visit.language, try store.referrals()).text
        return download("orientations.csv", "text/csv; charset=utf-8", Array(text.utf8))
    }

    /// A file that the browser saves and does not show.
    func download(_ name: String, _ type: String, _ bytes: [UInt8]) -> DeskAnswer {
        let disposition = "attachment; filename=\"\(name)\""
        return DeskAnswer(200, type, bytes, ["content-disposition": disposition])
    }
}
