import ReplicaStore
import Tenancy

/// What is left to decide, and what decided itself.
struct ToDoPage {
    struct Choice {
        let value: String
        let label: String
        let about: String
    }

    struct Line {
        let title: String
        let detail: String
        let choices: [Choice]
    }

    struct Pair {
        let path: String
        let left: FoundPerson
        let right: FoundPerson
        let reasons: String
    }

    /// So many pairs are shown at once.
    private static let mostPairs = 50

    let conflicts: [Line]
    let settled: [Line]
    let pairs: [Pair]
    let pairCount: String
    let erp: [Line]
    let notices: [Line]
    let hasConflicts: Bool
    let hasSettled: Bool
    let hasPairs: Bool
    let hasErp: Bool
    let hasNotices: Bool
    let followUp: FollowUpToDo
    let nothing: Bool

    init(
        _ visit: DeskVisit,
        lines: [InboxLine],
        notices: [Notice],
        pairs: [DuplicateCandidate],
        erp: [(ErpConflict, String)],
        followUp: FollowUpToDo,
        erasures: [ErasureNotice]
    ) {
        let language = visit.language
        conflicts = lines.filter { !$0.isSettledByRank }.map { Self.line($0, visit) }
        settled = lines.filter(\.isSettledByRank).map { Self.line($0, visit) }
        self.pairs = pairs.prefix(Self.mostPairs).map { Self.pair($0, visit) }
        pairCount = language.count(pairs.count, "pairs")
        self.erp = erp.map { Self.line($0.0, $0.1, visit) }
        self.notices =
            erasures.map { Self.line($0, visit) } + notices.map { Self.line($0, visit) }
        hasConflicts = !conflicts.isEmpty
        hasSettled = !settled.isEmpty
        hasPairs = !pairs.isEmpty
        hasErp = !erp.isEmpty
        hasNotices = !self.notices.isEmpty
        self.followUp = followUp
        nothing =
            conflicts.isEmpty && pairs.isEmpty && erp.isEmpty && self.notices.isEmpty
            && followUp.isEmpty
    }

    private static func line(_ line: InboxLine, _ visit: DeskVisit) -> Line {
        let (language, seal) = (visit.language, line.seal(visit))
        let field = line.conflict.field
        let versions = [("a", line.shown)] + line.others.enumerated().map { ("\($0)", $1) }
        return Line(
            title: line.person ?? language.word("somethingElse"),
            detail: language.fieldName(field, of: line.conflict.collection),
            choices: versions.map { choice, version in
                Choice(
                    value: seal + "." + choice,
                    label: language.value(version.value, of: field),
                    about: language.author(version.agent, version.label, version.moment)
                )
            }
        )
    }

    private static func line(_ conflict: ErpConflict, _ name: String, _ visit: DeskVisit) -> Line {
        let (language, seal) = (visit.language, conflict.seal(visit))
        return Line(
            title: name,
            detail: language.label(conflict.field),
            choices: [
                Choice(
                    value: seal + ".a",
                    label: language.value(conflict.storeValue, of: conflict.field),
                    about: language.word("agentSays")
                ),
                Choice(
                    value: seal + ".b",
                    label: language.value(conflict.erpValue, of: conflict.field),
                    about: language.word("erpSays")
                ),
            ]
        )
    }

    private static func line(_ notice: Notice, _ visit: DeskVisit) -> Line {
        let (language, seal) = (visit.language, notice.seal(visit))
        let kind = notice.entry.kind.rawValue
        let choices = [("a", false), ("b", true)].compactMap { choice, other -> Choice? in
            guard notice.resolution(takingOther: other) != nil else { return nil }
            return Choice(
                value: seal + "." + choice,
                label: language.word("notice-" + kind + "-" + choice),
                about: ""
            )
        }
        return Line(title: language.word("notice-" + kind), detail: notice.label, choices: choices)
    }

    /// That work was not kept, without the name of whom it was about.
    private static func line(_ notice: ErasureNotice, _ visit: DeskVisit) -> Line {
        let seen = Choice(
            value: notice.seal(visit) + ".a",
            label: visit.language.word("erasureSeen"),
            about: ""
        )
        return Line(
            title: visit.language.count(notice.refused, "erasureRefused"),
            detail: visit.language.word("erasureRefusedWhy"),
            choices: [seen]
        )
    }

    private static func pair(_ pair: DuplicateCandidate, _ visit: DeskVisit) -> Pair {
        let (left, right) = (FoundPerson(pair.first, visit), FoundPerson(pair.second, visit))
        return Pair(
            path: "/doublons/\(left.handle)/\(right.handle)",
            left: left,
            right: right,
            reasons: visit.language.reasons(pair.reasons)
        )
    }
}

extension DeskLanguage {
    /// A field of any collection as people call it.
    func fieldName(_ field: String, of collection: String) -> String {
        if collection == "tenant", let known = TenantField(rawValue: field) { return label(known) }
        let name = "of-\(collection)-\(field)"
        return words[name] ?? "\(collection), \(field)"
    }
}
