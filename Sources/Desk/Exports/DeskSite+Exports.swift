import Custody
import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    /// What can be taken into the store and out of it, and what is asked before.
    func exports(_ visit: DeskVisit) throws -> DeskAnswer {
        let page = FilesPage(
            visit,
            programmes: try store.programmes(),
            pending: imports[visit.token]
        )
        let title = visit.language.word("filesTitle")
        return try self.page(.fichiers, page, visit, title: title, section: "/fichiers")
    }

    /// Makes a file, notes that it was made, and only then answers with it.
    func export(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let kind = visit.fields["quoi"].flatMap(ExportKind.init(rawValue:)) else {
            throw DeskRefusal.form
        }
        guard let purpose = visit.fields["finalite"].flatMap(ExportPurpose.init(rawValue:)) else {
            return refused(visit, "exportPurposeMissing")
        }
        var scope = ExportScope(programme: visit.typed("programme"))
        for (name, path) in [("du", \ExportScope.from), ("au", \ExportScope.to)] {
            guard let typed = visit.typed(name) else { continue }
            guard let day = CalendarDay(isoText: typed) else {
                return refused(visit, "exportDayRefused")
            }
            scope[keyPath: path] = day
        }
        // A file of everybody is not held in memory; it has no name, and goes once it was sent.
        let spool = try world.spool(store.replica.folder)
        let lines = try store.export(kind, scope) { try spool.append($0) }
        try CustodyRecord.noteExport(
            "\(kind.rawValue)/\(purpose.rawValue)",
            rows: lines,
            in: store.replica.folder,
            world.environment
        )
        let day = try store.currentDay().isoText
        let name = "passerelle-\(kind.rawValue)-\(day).csv"
        var answer = DeskAnswer.download([], "text/csv; charset=utf-8", as: name)
        answer.file = spool
        return answer
    }

    private func refused(_ visit: DeskVisit, _ word: String) -> DeskAnswer {
        done(visit, "/fichiers", visit.language.word(word), isWarning: true)
    }
}
