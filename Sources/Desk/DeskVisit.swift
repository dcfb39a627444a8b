import Records
import WebPages

/// One request of somebody whose session is open and whose keys are.
struct DeskVisit: Sendable {
    let token: SessionToken
    let session: DeskSession
    let request: DeskRequest
    /// What a form sent, or the query of a link.
    let fields: FormFields

    var language: DeskLanguage { session.language }

    func handle(_ id: RecordID, _ kind: Handle.Kind) -> String { Handle.text(id, kind, token) }

    /// The row that a part of the path or a field names.
    func id(_ text: String?, _ kind: Handle.Kind) throws(DeskRefusal) -> RecordID {
        guard let text, let id = Handle.id(text, kind, token) else { throw .missing }
        return id
    }

    /// A field as it was typed, without the spaces around it; nil where nothing was.
    func typed(_ name: String) -> String? {
        guard let text = fields[name] else { return nil }
        let trimmed = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }
        return trimmed.isEmpty ? nil : String(trimmed.reversed())
    }

    /// What was searched last on a page, which the link names and does not hold.
    var search: String? { fields["r"].flatMap { session.text($0) } }
}
