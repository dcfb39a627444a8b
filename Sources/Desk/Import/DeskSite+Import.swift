import ReplicaStore
import Tenancy
import WebPages

extension DeskSite {
    /// The most rejected lines that are corrected at once.
    private static let mostCorrected = 50

    /// The landlord's files: those that come in and those that go out.
    func files(_ visit: DeskVisit, _ parts: [String]) throws -> DeskAnswer {
        switch (visit.request.method, parts.first, parts.count) {
        case (.get, nil, 0): return try exports(visit)
        case (.post, "exporter", 1): return try export(visit)
        case (.get, "colonnes", 1): return try columns(visit)
        case (.post, "colonnes", 1): return try choose(visit)
        case (.get, "apercu", 1): return try preview(visit)
        case (.post, "corriger", 1): return try correct(visit)
        case (.post, "importer", 1): return try confirmImport(visit)
        case (.post, "abandonner", 1): return try giveUp(visit)
        case (.get, "rapport", 1): return try importReport(visit)
        case (.get, "rapport", 2) where parts[1] == "csv": return try importLines(visit)
        default: throw DeskRefusal.missing
        }
    }

    /// What the columns of the file are.
    private func columns(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let pending = imports[visit.token] else { return .redirect("/fichiers") }
        guard pending.report == nil else { return .redirect("/fichiers/rapport") }
        let title = visit.language.word("columnsTitle")
        let page = ColumnsPage(visit, pending)
        return try self.page(.colonnes, page, visit, title: title, section: "/fichiers")
    }

    /// Takes what somebody says of the columns, and tries the import with it.
    private func choose(_ visit: DeskVisit) throws -> DeskAnswer {
        try change(visit) { pending in
            var columns: [CanonicalField: Int] = [:]
            var twice: CanonicalField?
            for (place, column) in pending.sample.columns.enumerated() where !column.isDropped {
                guard let field = visit.typed("c\(place)").flatMap(CanonicalField.init(rawValue:))
                else { continue }
                if columns[field] != nil { twice = field }
                columns[field] = columns[field] ?? place
            }
            pending.choice = ColumnChoice(columns)
            pending.preview = nil
            if let twice {
                return refused(visit, "columnTwice", ["champ": visit.language.label(twice)])
            }
            guard pending.choice.missing.isEmpty else {
                let fields = pending.choice.missing.map(visit.language.label)
                return refused(visit, "columnMissing", ["champs": fields.joined(separator: ", ")])
            }
            pending.extractedOn = nil
            if let typed = visit.typed("jour") {
                guard let day = CalendarDay(isoText: typed), day <= (try store.currentDay()) else {
                    return refused(visit, "extractDayRefused", [:])
                }
                pending.extractedOn = day
            }
            return try tryOut(&pending, visit)
        }
    }

    /// What an import would do.
    private func preview(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let pending = imports[visit.token] else { return .redirect("/fichiers") }
        guard let preview = pending.preview else { return .redirect("/fichiers/colonnes") }
        let title = visit.language.word("previewTitle")
        let page = PreviewPage(visit, pending.key, preview)
        return try self.page(.apercu, page, visit, title: title, section: "/fichiers")
    }

    /// Puts what was typed in the place of rejected cells, and tries the import anew.
    private func correct(_ visit: DeskVisit) throws -> DeskAnswer {
        try change(visit) { pending in
            for row in pending.preview?.rejected ?? [] {
                guard let texts = row.texts else { continue }
                for field in PreviewPage.corrected {
                    let name = PreviewPage.name(of: field, row.line)
                    guard let typed = visit.fields[name], typed != texts[field] ?? "" else {
                        continue
                    }
                    pending.corrections[row.line][field] = typed
                }
            }
            return try tryOut(&pending, visit)
        }
    }

    /// Imports the file, once however often it is asked.
    private func confirmImport(_ visit: DeskVisit) throws -> DeskAnswer {
        try change(visit) { pending in
            guard pending.report == nil else { return .redirect("/fichiers/rapport") }
            guard let preview = pending.preview,
                let file = try pending.extract(on: try store.currentDay())
            else { return .redirect("/fichiers/colonnes") }
            guard !preview.report.isMostlyNew || visit.fields["certain"] == "1" else {
                let text = visit.language.word("mostlyNewUnsure")
                return done(visit, "/fichiers/apercu", text, isWarning: true)
            }
            pending.report = try store.importErp(file, extractedOn: pending.extractedOn)
            pending.preview = nil
            pending.file = nil
            // Not kept, the next file is asked about again: the import is done all the same.
            try? KnownColumns(disk: world.disk(store.replica.folder)).keep(
                pending.mapping.remembering(pending.choice, of: file.headers)
            )
            return done(visit, "/fichiers/rapport", visit.language.word("importDone"))
        }
    }

    /// Forgets the file that a form is about, where it is still here.
    private func giveUp(_ visit: DeskVisit) throws -> DeskAnswer {
        if let pending = imports[visit.token], pending.key == visit.fields["cle"],
            pending.report == nil
        {
            imports[visit.token] = nil
        }
        return done(visit, "/fichiers", visit.language.word("importGivenUp"))
    }

    /// Does what a form about the file asks, where it is about the file that is here.
    private func change(
        _ visit: DeskVisit,
        _ act: (inout PendingImport) throws -> DeskAnswer
    ) throws -> DeskAnswer {
        guard var pending = imports[visit.token], pending.key == visit.fields["cle"] else {
            let text = visit.language.word("importOther")
            return done(visit, "/fichiers", text, isWarning: true)
        }
        defer { imports[visit.token] = pending }
        do {
            return try act(&pending)
        } catch let failure as ImportFailure {
            let text = visit.language.text(failure)
            return done(visit, "/fichiers/colonnes", text, isWarning: true)
        }
    }

    /// Does all of the import and takes it back, for its exact figures.
    private func tryOut(_ pending: inout PendingImport, _ visit: DeskVisit) throws -> DeskAnswer {
        guard let file = try pending.extract(on: try store.currentDay()) else {
            return .redirect("/fichiers/rapport")
        }
        pending.preview = PendingImport.Preview(
            report: try store.importErp(file, isDryRun: true, extractedOn: pending.extractedOn),
            rejected: file.rejectedRows(limit: Self.mostCorrected)
        )
        return .redirect("/fichiers/apercu")
    }

    private func refused(
        _ visit: DeskVisit,
        _ word: String,
        _ values: [String: String]
    ) -> DeskAnswer {
        let text = visit.language.word(word, values)
        return done(visit, "/fichiers/colonnes", text, isWarning: true)
    }
}
