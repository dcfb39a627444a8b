import Records
import Tenancy
import WebPages

extension DeskSite {
    /// What is written on a person's file, one small form each.
    func follow(_ visit: DeskVisit, _ handle: String, _ what: String) throws -> DeskAnswer {
        let id = try visit.id(handle, .tenant)
        let path = "/locataires/" + handle
        switch what {
        case "contact": return try plan(visit, id, path)
        case "appele":
            return try tell(visit, path, "contactDone", refusedAs: "entryRefused") {
                try store.noteContact(of: id, on: try store.currentDay())
            }
        case "situation":
            guard let known = try Self.knownTo(visit) else {
                return done(visit, path, visit.language.word("situationUnclear"), isWarning: true)
            }
            return try tell(visit, path, "situationDone", refusedAs: "entryRefused") {
                try store.noteSituation(of: id, on: try store.currentDay(), known)
            }
        case "frein", "frein-fin": return try barrier(visit, id, path, ends: what == "frein-fin")
        case "note", "note-corriger": return try note(visit, id, path, anew: what != "note")
        case "accord", "retrait": return try consent(visit, id, path, given: what == "accord")
        case "orientation": return try refer(visit, id, path)
        case "sortie": return try noteOutcome(visit, id, path)
        default: throw DeskRefusal.missing
        }
    }

    private func plan(_ visit: DeskVisit, _ id: RecordID, _ path: String) throws -> DeskAnswer {
        guard let day = visit.day("jour"), try day >= store.currentDay() else {
            return done(visit, path, visit.language.word("contactRefused"), isWarning: true)
        }
        return try tell(visit, path, "contactPlanned", refusedAs: "contactRefused") {
            try store.planContact(
                of: id,
                on: day,
                reason: visit.typed("motif"),
                referent: visit.typed("referent").map { String($0.prefix(120)) }
            )
        }
    }

    private func barrier(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String,
        ends: Bool
    ) throws -> DeskAnswer {
        guard let theme = visit.fields["theme"].flatMap(BarrierTheme.init(rawValue:)) else {
            throw DeskRefusal.form
        }
        let today = try store.currentDay()
        guard !ends else {
            return try tell(visit, path, "barrierEnded", refusedAs: "entryRefused") {
                try store.endBarrier(theme, of: id, on: today)
            }
        }
        guard let level = visit.fields["niveau"].flatMap(BarrierLevel.init(rawValue:)) else {
            throw DeskRefusal.form
        }
        return try tell(visit, path, "barrierNoted", refusedAs: "entryRefused") {
            try store.noteBarrier(theme, level, of: id, on: today)
        }
    }

    private func note(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String,
        anew: Bool
    ) throws -> DeskAnswer {
        let text = visit.fields["texte"] ?? ""
        guard anew else {
            return try tell(visit, path, "noteWritten", refusedAs: "noteRefused") {
                try once(visit) { try store.writeNote(text, of: id) }
            }
        }
        let name = try visit.id(visit.fields["note"], .note)
        let note = try store.file(of: id).notes.first { $0.id == name }
        guard let note, note.writtenBy == store.agent else { throw DeskRefusal.missing }
        // The same form sent again finds its own text; another text is a colleague's.
        guard note.seal(visit) == visit.fields["vu"] || note.text == (try? FreeText.read(text))
        else {
            return done(visit, path, visit.language.word("fileChanged"), isWarning: true)
        }
        return try tell(visit, path, "noteCorrected", refusedAs: "noteRefused") {
            try store.correctNote(name, to: text)
        }
    }

    private func noteOutcome(
        _ visit: DeskVisit,
        _ id: RecordID,
        _ path: String
    ) throws -> DeskAnswer {
        guard let kind = visit.fields["genre"].flatMap(OutcomeKind.init(rawValue:)),
            let day = visit.day("jour"), try day <= store.currentDay()
        else { return done(visit, path, visit.language.word("entryRefused"), isWarning: true) }
        var draft = OutcomeDraft(id, kind, on: day)
        draft.contract = visit.typed("contrat").map { String($0.prefix(120)) }
        draft.programme = visit.typed("programme")
        return try tell(visit, path, "outcomeNoted", refusedAs: "entryRefused") {
            try once(visit) { try store.note(draft) }
        }
    }
}

extension FileNote {
    /// The name of the note as it stands.
    func seal(_ visit: DeskVisit) -> String { visit.token.seal("note/\(id)/" + text) }
}

extension DeskVisit {
    /// A day as a form sends it.
    func day(_ name: String) -> CalendarDay? { fields[name].flatMap(CalendarDay.init(isoText:)) }
}
