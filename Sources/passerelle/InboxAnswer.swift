import Records
import ReplicaStore
import Tenancy

/// What is left to decide, and what decided itself.
struct InboxAnswer: Report {
    struct Version: Encodable {
        let value: String
        let laptop: String
        let agent: String
        let at: String

        init(_ version: InboxLine.Version) {
            value = version.value.displayText
            laptop = version.label
            agent = version.agent
            at = FrenchTime.text(version.moment)
        }

        var text: String { "\(value)  (\(laptop), \(agent), \(at))" }
    }

    struct Line: Encodable {
        let id: String
        let person: String?
        let shown: Version
        let others: [Version]

        init(_ line: InboxLine) {
            id = line.id
            person = line.person
            shown = Version(line.shown)
            others = line.others.map(Version.init)
        }

        var text: [String] {
            ["  \(id)  \(person ?? "")", "    shown  \(shown.text)"]
                + others.map { "    other  \($0.text)" }
        }
    }

    struct Erp: Encodable {
        let id: String
        let shown: String
        let erp: String

        init(_ conflict: ErpConflict) {
            let digits = conflict.tenant.description.filter { $0 != "-" }
            id = "erp/\(digits)/\(conflict.field.rawValue)"
            shown = conflict.storeValue ?? "(nothing)"
            erp = conflict.erpValue ?? "(nothing)"
        }

        var text: [String] { ["  \(id)", "    shown  \(shown)", "    other  \(erp)  (ERP)"] }
    }

    struct Duplicate: Encodable {
        let first: String
        let second: String
        let names: [String]
        let reasons: [String]

        init(_ candidate: DuplicateCandidate) {
            first = candidate.first.id.description
            second = candidate.second.id.description
            names = [candidate.first, candidate.second].map { "\($0.firstName) \($0.lastName)" }
            reasons = candidate.reasons.map(\.rawValue)
        }

        var text: [String] {
            [
                "  \(names.joined(separator: " / "))  (\(reasons.joined(separator: ", ")))",
                "    \(first)  \(second)",
            ]
        }
    }

    struct Other: Encodable {
        let id: String
        let shown: String
        let other: String
        let laptop: String
        let at: String

        init(_ notice: Notice) {
            let isClock = notice.entry.kind == .suspiciousClock
            id = notice.id
            shown = isClock ? "this laptop’s time" : notice.entry.shown.displayText
            other = isClock ? "another time" : notice.entry.other.displayText
            laptop = notice.label
            at = notice.entry.milliseconds.map(FrenchTime.text) ?? ""
        }

        var text: [String] {
            ["  \(id)", "    shown  \(shown)", "    other  \(other)  (\(laptop), \(at))"]
        }
    }

    let open: [Line]
    let settled: [Line]
    let erp: [Erp]
    let duplicates: [Duplicate]
    let others: [Other]

    init(_ store: LandlordStore) throws {
        let lines = try store.inboxLines()
        open = lines.filter { !$0.isSettledByRank }.map(Line.init)
        settled = lines.filter(\.isSettledByRank).map(Line.init)
        erp = try store.erpConflicts().map(Erp.init)
        duplicates = try store.duplicates().map(Duplicate.init)
        others = try store.notices().map(Other.init)
    }

    var needsAttention: Bool {
        !open.isEmpty || !erp.isEmpty || !duplicates.isEmpty || !others.isEmpty
    }

    var text: String {
        let parts = [
            part("\(open.count) to decide", open.map(\.text)),
            part("\(erp.count) between an agent and the ERP", erp.map(\.text)),
            part("\(duplicates.count) presumed duplicates", duplicates.map(\.text)),
            part("\(others.count) about rows, clocks and work set aside", others.map(\.text)),
            part("\(settled.count) settled by the firmer mark", settled.map(\.text)),
        ]
        return parts.joined(separator: "\n")
    }

    private func part(_ title: String, _ lines: [[String]]) -> String {
        ([title + (lines.isEmpty ? "." : ":")] + lines.flatMap(\.self)).joined(separator: "\n")
    }
}
