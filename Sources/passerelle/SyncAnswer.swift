import Causality
import Exchange

/// What a synchronisation answers.
struct SyncAnswer: Report {
    struct Refusal: Encodable {
        let file: String
        let reason: String
    }

    struct Missing: Encodable {
        let sender: String
        let bundles: [UInt64]

        init(_ missing: MissingBundles) {
            sender = missing.sender.description
            bundles = missing.sequences
        }

        /// « bundle 3, 4 of replica 4f39c470 ».
        var text: String {
            "bundle \(bundles.map(String.init).joined(separator: ", ")) of replica "
                + sender.prefix(8)
        }
    }

    let applied: UInt64
    let held: UInt64
    let sent: UInt64
    /// How many writes of the region's own partition came.
    let region: UInt64
    /// What the region's partition brought for this device: its policy, a period's key.
    let news: [String]
    /// How many bundles of revoked devices lie there.
    let quarantined: Int
    /// How many rows show writes of revoked devices, which a colleague relayed.
    let relayed: Int
    let refused: [Refusal]
    let missing: [Missing]
    /// What a colleague has seen, and never came here.
    let withheld: [Missing]
    /// Whether the hub began anew, as after a restore.
    let beganAnew: Bool

    init(
        _ report: SyncReport,
        bringing matters: (news: [String], refusals: [(what: String, reason: String)]) = ([], [])
    ) {
        applied = report.applied
        held = report.held
        sent = report.sent
        region = report.region
        quarantined = report.quarantined
        relayed = report.relayed
        news = matters.news
        refused =
            report.refusals.map { Refusal(file: $0.token, reason: $0.reason) }
            + matters.refusals.map { Refusal(file: $0.what, reason: $0.reason) }
        missing = report.missing.map(Missing.init)
        withheld = report.withheld.map(Missing.init)
        beganAnew = report.beganAnew
    }

    var needsAttention: Bool {
        !refused.isEmpty || held > 0 || quarantined > 0 || relayed > 0 || !withheld.isEmpty
    }

    var text: String {
        var lines = ["\(applied) changes applied, \(sent) sent, \(held) held."]
        if region > 0 { lines.append("\(region) changes of the region applied.") }
        lines += news
        lines += missing.map { "Waiting for \($0.text)." }
        lines += withheld.map { "A colleague has seen \($0.text), which never came here." }
        if beganAnew {
            lines.append("The hub began anew: what it no longer has was offered to it again.")
        }
        if quarantined > 0 {
            lines.append("Kept apart: \(quarantined) of a revoked device, see quarantine.")
        }
        if relayed > 0 {
            lines.append("Relayed: \(relayed) rows of a revoked device, see relayed.")
        }
        lines += refused.map { "Refused: \($0.file): \($0.reason)" }
        return lines.joined(separator: "\n")
    }
}
