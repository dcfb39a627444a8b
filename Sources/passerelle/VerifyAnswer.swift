import Records
import ReplicaStore

/// What an examination found, as a command answers it.
struct VerifyAnswer: Report {
    struct Finding: Encodable {
        let code: String
        let collection: String?
        let id: String?
        let sentence: String

        var line: String {
            let row = collection.flatMap { collection in id.map { " \(collection)/\($0)" } } ?? ""
            return "  \(code)\(row): \(sentence)"
        }
    }

    /// What was examined, and what was done with it.
    let subject: String
    /// The file or folder.
    let path: String
    let rows: Int
    let count: Int
    let findings: [Finding]

    init(_ subject: String, _ path: String, _ report: VerifyReport) {
        self.subject = subject
        self.path = path
        rows = report.rows
        count = report.count
        findings = report.findings.map { finding in
            Finding(
                code: finding.code.rawValue,
                collection: finding.collection,
                id: finding.id?.description,
                sentence: finding.sentence
            )
        }
    }

    var needsAttention: Bool { count > 0 }

    var text: String {
        let title = "\(subject) \(path): \(rows) rows, \(count) findings."
        let more = findings.count < count ? ["  and \(count - findings.count) more"] : []
        return ([title] + findings.map(\.line) + more).joined(separator: "\n")
    }
}
