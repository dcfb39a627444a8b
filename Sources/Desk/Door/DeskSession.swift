import Records

/// What the desk remembers of one browser, in memory only.
struct DeskSession: Sendable {
    /// The most searches and drafts that are remembered; then the oldest is forgotten.
    private static let most = 64

    var language = DeskLanguage.french
    /// What the next page says of what was just done.
    var notice: Notice?
    private var texts: [(name: String, text: String)] = []
    private var made: [(name: String, id: RecordID)] = []

    /// What was typed in a search, kept here so that it stands in no link.
    func text(_ name: String) -> String? { texts.last { $0.name == name }?.text }

    mutating func keep(_ text: String, as name: String) {
        texts.append((name, text))
        if texts.count > Self.most { texts.removeFirst() }
    }

    /// What a form made when it was sent first: sent again, it makes nothing.
    func row(madeBy form: String) -> RecordID? { made.last { $0.name == form }?.id }

    mutating func note(_ id: RecordID, madeBy form: String) {
        made.append((form, id))
        if made.count > Self.most { made.removeFirst() }
    }
}

extension DeskSession {
    /// One sentence about what was done, or was not.
    struct Notice: Sendable {
        let text: String
        /// Whether something was not done, or needs a look.
        var isWarning = false
    }
}
