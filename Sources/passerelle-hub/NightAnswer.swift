import Hub

/// A night's report, for the operator.
struct NightAnswer: HubTerminal.Answer {
    let report: NightReport
    /// Whether it was made just now.
    let isNew: Bool?

    /// `isNew` says whether it was made just now; nil where it is only shown.
    init(_ report: NightReport, isNew: Bool? = nil) {
        self.report = report
        self.isNew = isNew
    }

    var needsAttention: Bool { report.needsAttention }

    var text: String {
        let head =
            isNew != false
            ? "Night of \(report.day), revision \(report.revision)."
            : "The night of \(report.day) was done before; nothing changed."
        return ([head] + roads + statements + landlords).joined(separator: "\n")
    }

    private var roads: [String] {
        report.roads.flatMap { road in
            [
                "Folder \(road.folder): \(road.files) files, \(road.taken) taken, \(road.given) given."
            ]
                + road.refused.map { "Refused: \($0.what): \($0.reason)" }
        }
    }

    private var statements: [String] {
        let told = report.statements
        return [
            "\(told.accepted) statements accepted, \(told.refused.count) refused."
        ]
            + told.refused.map { "Refused: \($0.what): \($0.reason)" }
            + report.silent.map { silent in
                let age = silent.ageDays.map { "last statement \($0) days old" } ?? "never received"
                return "Silent: \(silent.landlord) in \(silent.programme): \(age)"
            }
            + report.releases.map { release in
                release.number.map { "Release \($0) of \(release.programme)." }
                    ?? "No release of \(release.programme): \(release.reason ?? "")"
            }
            + report.region.refused.map { "Refused, of the region: \($0.what): \($0.reason)" }
    }

    private var landlords: [String] {
        report.landlords.map { landlord in
            let name = landlord.code ?? String(landlord.id.prefix(8))
            let age = landlord.ageDays.map { "heard \($0) days ago" } ?? "never heard"
            var line = "\(name): \(landlord.bundles) bundles, \(age)"
            if landlord.missing > 0 { line += ", \(landlord.missing) missing" }
            if landlord.forks > 0 { line += ", \(landlord.forks) contradicting logs" }
            return line
        }
    }
}
