import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Notes what one tap says of an orientation, unless it changed since it was shown.
    func answer(_ visit: DeskVisit) throws -> DeskAnswer {
        let order = try ReferralOrder(visit.fields["geste"], visit)
        let line = try store.referral(order.id)
        let today = try store.currentDay()
        let path = try back(visit, line)
        if order.isDone(line, on: today) { return said(visit, path, line.id) }
        guard order.seen == line.seal(visit) else { return changed(visit, path, line) }
        return try write(visit, path, line.id) {
            switch order.action {
            case .accepted: try store.answer(.accepted, toReferral: line.id, on: today)
            case .received: try store.honour(referral: line.id, on: today)
            case .reminded: try store.remind(referral: line.id, on: today)
            case .expired: try store.answer(.expired, toReferral: line.id, on: today)
            }
        }
    }

    /// Notes that the partner said no, and why.
    func refuse(_ visit: DeskVisit, _ handle: String) throws -> DeskAnswer {
        let line = try store.referral(try visit.id(handle, .referral))
        let path = "/orientations/" + handle
        guard let typed = visit.typed("raison"), let reason = try? FreeText.read(typed) else {
            return done(visit, path, visit.language.word("reasonNeeded"), isWarning: true)
        }
        if line.status == .refused, line.refusalReason == reason {
            return said(visit, path, line.id)
        }
        guard visit.fields["vu"] == line.seal(visit) else { return changed(visit, path, line) }
        return try write(visit, path, line.id) {
            try store.answer(
                .refused(reason: reason),
                toReferral: line.id,
                on: try store.currentDay()
            )
        }
    }

    /// The list or the page from which the button was pressed.
    private func back(_ visit: DeskVisit, _ line: ReferralLine) throws -> String {
        guard visit.fields["depuis"] == "liste" else {
            return "/orientations/" + visit.handle(line.id, .referral)
        }
        return try ReferralFilter(visit).path(visit)
    }

    private func write(
        _ visit: DeskVisit,
        _ path: String,
        _ id: RecordID,
        _ act: () throws -> Void
    ) throws -> DeskAnswer {
        do {
            try act()
            return said(visit, path, id)
        } catch let error as TenancyError where error.code == .refused {
            return done(visit, path, visit.language.word("referralFirm"), isWarning: true)
        }
    }

    /// Says how an orientation stands now.
    private func said(_ visit: DeskVisit, _ path: String, _ id: RecordID) -> DeskAnswer {
        let line = try? store.referral(id)
        let text = visit.language.word(
            "referralNoted",
            [
                "qui": line?.tenant.listName ?? "",
                "etat": line.map { visit.language.state($0) } ?? "",
            ]
        )
        return done(visit, path, text)
    }

    private func changed(_ visit: DeskVisit, _ path: String, _ line: ReferralLine) -> DeskAnswer {
        let text = visit.language.word(
            "referralChanged",
            ["qui": line.tenant.listName, "etat": visit.language.state(line)]
        )
        return done(visit, path, text, isWarning: true)
    }
}
