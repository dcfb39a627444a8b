/// Writes an own bilan as plain text in French, for a terminal.
enum OwnBilanText {
    static func render(_ own: OwnBilan) -> String {
        var lines = [
            "Bilan du programme " + FrenchText.quoted(own.bilan.programme.name), own.source,
            OwnBilan.notice, "",
        ]
        lines += own.total.rates.map { "\($0.kind.frenchLabel)\(colon) \($0.text)" }
        lines += own.bilan.shares.map(\.line)
        lines += (own.total.counts?.inOrder ?? []).map { indicator, count in
            "\(indicator.frenchLabel)\(colon) \(FrenchText.integer(count))"
        }
        for table in own.tables {
            lines += ["", table.frenchTitle]
            lines += table.places.flatMap(Self.lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let colon = FrenchText.space + ":"

    private static func lines(_ place: OwnPlace) -> [String] {
        let steps = words(OwnTable.funnel.map(OwnTable.frenchWord(ofStep:)), place.funnel)
        let outcomes = words(
            OwnTable.outcomes.map(OwnTable.frenchWord(ofOutcome:)),
            place.outcomes
        )
        let persons = FrenchText.counted(place.persons, "personne", "personnes")
        return ["  \(place.name)\(colon) \(persons)"]
            + [steps, outcomes].filter { !$0.isEmpty }.map { "    " + $0 }
    }

    /// « inscrits 3, présents 12 »: what there is, and nothing of what there is not.
    private static func words(_ names: [String], _ counts: [Int]) -> String {
        zip(names, counts).filter { $1 > 0 }
            .map { "\($0) \(FrenchText.integer($1))" }.joined(separator: ", ")
    }
}
