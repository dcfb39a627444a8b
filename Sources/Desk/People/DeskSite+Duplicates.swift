import Records
import Tenancy
import WebPages

extension DeskSite {
    /// Two files side by side, and what is decided of them.
    func pair(_ visit: DeskVisit, _ first: String, _ second: String) throws -> DeskAnswer {
        let ids = [try visit.id(first, .tenant), try visit.id(second, .tenant)]
        let files = try ids.map { try store.tenant($0) }
        guard files[0].id != files[1].id else {
            let path = "/locataires/" + visit.handle(files[0].id, .tenant)
            return done(visit, path, visit.language.word("alreadyOne"), isWarning: true)
        }
        if visit.request.method == .post { return try decide(visit, files[0], files[1]) }
        let reasons =
            try store.duplicates(of: files[0].id)
            .first { [$0.first.id, $0.second.id].contains(files[1].id) }?.reasons ?? []
        let page = PairPage(visit, files[0], files[1], reasons)
        return try self.page(
            .comparaison,
            page,
            visit,
            title: visit.language.word("pairTitle"),
            section: "/a-traiter"
        )
    }

    private func decide(_ visit: DeskVisit, _ left: Tenant, _ right: Tenant) throws -> DeskAnswer {
        guard visit.fields["decision"] == "fusionner" else {
            try store.dismissDuplicate(left.id, right.id)
            return done(visit, "/a-traiter", visit.language.word("dismissed"))
        }
        let isLeftKept = visit.fields["garder"] != "b"
        let (kept, merged) = isLeftKept ? (left, right) : (right, left)
        let taken = TenantField.allCases.filter { field in
            visit.fields["champ-" + field.rawValue] == (isLeftKept ? "b" : "a")
        }
        try store.merge(keep: kept.id, merge: merged.id, taking: Set(taken))
        let path = "/locataires/" + visit.handle(kept.id, .tenant)
        return done(visit, path, visit.language.word("merged"))
    }

    /// Undoes a merge.
    func unmerge(_ visit: DeskVisit) throws -> DeskAnswer {
        let id = try visit.id(visit.fields["fusion"], .merge)
        let file = try store.unmerge(id)
        let path = "/locataires/" + visit.handle(file.id, .tenant)
        return done(visit, path, visit.language.word("unmerged"))
    }
}
