import Records
import Tenancy
import WebPages

extension DeskSite {
    /// The hand-over sheet of one orientation, as a page or as a file.
    func handover(_ visit: DeskVisit, _ handle: String, _ what: String) throws -> DeskAnswer {
        let line = try store.referral(try visit.id(handle, .referral))
        let path = "/orientations/" + handle
        let hasAddress = visit.fields["adresse"] == "1"
        if visit.request.method == .post, what == "fiche" {
            return .redirect(path + "/fiche" + (hasAddress ? "?adresse=1" : ""))
        }
        guard visit.request.method == .get, ["fiche", "fiche.pdf"].contains(what) else {
            throw DeskRefusal.missing
        }
        let sheets = try self.sheets([line], visit, withAddress: hasAddress)
        guard !sheets.isEmpty else {
            // The page of the orientation says why, and offers to note the consent.
            return done(visit, path, visit.language.word("handoverRefused"), isWarning: true)
        }
        if what == "fiche.pdf" { return pdf("fiche-de-liaison.pdf", sheets, visit) }
        return try paper(
            visit,
            HandoverPage(
                back: path,
                path: path + "/fiche",
                pdf: path + "/fiche.pdf" + (hasAddress ? "?adresse=1" : ""),
                sheets: sheets,
                nobody: false,
                hasAddress: hasAddress,
                needsContact: try store.contact() == nil,
                leftOut: nil
            )
        )
    }

    /// The sheets of all open orientations to a partner, of those who agreed.
    func handovers(_ visit: DeskVisit, _ handle: String, _ what: String) throws -> DeskAnswer {
        let partner = try visit.id(handle, .partner)
        guard ["fiches", "fiches.pdf"].contains(what) else { throw DeskRefusal.missing }
        let lines = try store.referrals(.open, to: partner)
        let sheets = try self.sheets(lines, visit, withAddress: false)
        let missing = lines.count - sheets.count
        if what == "fiches.pdf", !sheets.isEmpty {
            return pdf("fiches-de-liaison.pdf", sheets, visit)
        }
        return try paper(
            visit,
            HandoverPage(
                back: ReferralFilter(.open, partner).path(visit),
                path: nil,
                pdf: "/partenaires/" + handle + "/fiches.pdf",
                sheets: sheets,
                nobody: sheets.isEmpty,
                hasAddress: false,
                needsContact: try store.contact() == nil,
                leftOut: missing > 0 ? visit.language.count(missing, "leftOut") : nil
            )
        )
    }

    private func sheets(
        _ lines: [ReferralLine],
        _ visit: DeskVisit,
        withAddress: Bool
    ) throws -> [HandoverSheet] {
        let contact = try store.contact()
        return lines.compactMap {
            HandoverSheet(
                $0,
                visit.language,
                contact: contact,
                agent: store.agent,
                withAddress: withAddress
            )
        }
    }

    private func paper(_ visit: DeskVisit, _ page: HandoverPage) throws -> DeskAnswer {
        try self.page(
            .liaison,
            page,
            visit,
            title: visit.language.word("handoverTitle"),
            section: "/orientations"
        )
    }

    private func pdf(
        _ name: String,
        _ sheets: [HandoverSheet],
        _ visit: DeskVisit
    ) -> DeskAnswer {
        let pages = sheets.map { sheet in
            PaperPage(
                title: sheet.title,
                lines: sheet.lines.map { ($0.label, $0.text) },
                foot: sheet.foot
            )
        }
        let paper = PaperDocument(
            pages,
            language: visit.language.rawValue,
            ifLost: visit.language.word("lettersLost")
        )
        return download(name, "application/pdf", paper.bytes)
    }
}
