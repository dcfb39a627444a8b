import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Who has been kept long enough: shown, chosen, confirmed, and only then ordered to be erased.
    func retention(_ visit: DeskVisit, isConfirming: Bool) throws -> DeskAnswer {
        let months = visit.typed("mois").flatMap(Int.init) ?? LandlordStore.retentionMonths
        guard (1...600).contains(months) else {
            return done(
                visit,
                "/droits/conservation",
                visit.language.word("monthsWrong"),
                isWarning: true
            )
        }
        let inactive = try store.inactivePeople(months: months, limit: RetentionPage.most)
        guard visit.request.method == .post else {
            return try retention(visit, inactive, months)
        }
        guard try rightsState().isAdministrator else { return try notHere(visit) }
        let chosen = inactive.map(\.tenant).filter {
            visit.fields[RetentionPage.field($0, visit)] == "1"
        }
        guard (1...ErasureOrder.mostFiles).contains(chosen.count) else {
            let text = visit.language.word("chosenWrong", ["n": "\(ErasureOrder.mostFiles)"])
            return done(visit, "/droits/conservation", text, isWarning: true)
        }
        guard !isConfirming, visit.fields["lu"] == "1" else {
            return try confirm(
                visit,
                chosen,
                to: "/droits/conservation",
                keeping: [ErasurePage.Hidden(name: "mois", value: "\(months)")]
                    + chosen.map {
                        ErasurePage.Hidden(name: RetentionPage.field($0, visit), value: "1")
                    }
            )
        }
        try order(chosen.map(\.id), .retention, due: nil)
        return done(visit, "/droits", visit.language.word("erasedNow"))
    }

    private func retention(
        _ visit: DeskVisit,
        _ inactive: [InactivePerson],
        _ months: Int
    ) throws -> DeskAnswer {
        let page = RetentionPage(
            visit,
            inactive,
            months: months,
            isAdministrator: try rightsState().isAdministrator
        )
        return try self.page(
            .conservation,
            page,
            visit,
            title: visit.language.word("retentionTitle"),
            section: "/droits"
        )
    }
}
