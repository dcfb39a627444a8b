import Tenancy

/// What a list shows of one person: a word, an hour, and how it is to be told at a glance.
struct SheetState {
    /// Whether they are noted as present at this place.
    let isPresent: Bool
    /// The name of the state.
    let kind: String
    private let line: SheetLine

    init(_ line: SheetLine, at place: SheetPlace) {
        self.line = line
        let isDisputed = line.person.status == .toClarify
        isPresent = line.mark?.status == .seen && !isDisputed
        if isDisputed {
            kind = PresenceStatus.toClarify.rawValue
        } else if let mark = line.mark {
            kind = mark.status.rawValue
        } else if place.stop == nil, let status = line.person.status {
            kind = status.rawValue
        } else {
            kind = PresenceStatus.upcoming.rawValue
        }
    }

    func text(_ language: DeskLanguage) -> String {
        var parts = [language.word("state-" + kind)]
        if let mark = line.mark, kind == mark.status.rawValue {
            if let moment = line.checkedAt { parts.append(language.hour(moment)) }
            if mark.method != .typed {
                parts.append(language.word("method-" + mark.method.rawValue))
            }
        }
        if line.person.registration == nil { parts.append(language.word("walkIn")) }
        if line.person.registration == .waiting { parts.append(language.word("waiting")) }
        return parts.joined(separator: " · ")
    }
}
