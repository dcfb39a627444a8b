/// Writes a bilan as plain text in French, for a terminal or a message.
package struct BilanText: Sendable {
    private let bilan: Bilan
    private var lines: [String] = []

    /// The bilan as text, with a line feed at its end.
    package static func render(_ bilan: Bilan) -> String {
        var page = BilanText(bilan)
        page.addHeader()
        page.addTotals()
        page.addLandlords()
        page.addDefinitions()
        return page.lines.joined(separator: "\n") + "\n"
    }

    private init(_ bilan: Bilan) {
        self.bilan = bilan
    }

    private mutating func addHeader() {
        let programme = bilan.programme
        lines.append("Bilan du programme " + FrenchText.quoted(programme.name))
        lines.append(
            "Situation au \(bilan.asOf.frenchText) ; programme \(programme.code) "
                + "du \(programme.start.frenchText) au \(programme.end.frenchText)"
        )
        lines += bilan.freshnessNotes + bilan.personNotes
    }

    private mutating func addTotals() {
        addTitle("Taux")
        lines.append(
            Self.row(
                "",
                "À jour (\(bilan.fresh.landlords))",
                "Avec dernier connu (\(bilan.withLastKnown.landlords))"
            )
        )
        for kind in RateKind.allCases where kind != .objective || bilan.programme.objective != nil {
            lines.append(
                Self.row(
                    kind.frenchLabel,
                    Self.text(bilan.fresh.rate(kind)),
                    Self.text(bilan.withLastKnown.rate(kind))
                )
            )
        }
        lines += bilan.shares.map(\.line)
        addTitle("Nombres de personnes et d'actes")
        for indicator in Indicator.allCases {
            lines.append(
                Self.row(
                    indicator.frenchLabel,
                    Self.text(bilan.fresh.counts?[indicator]),
                    Self.text(bilan.withLastKnown.counts?[indicator])
                )
            )
        }
    }

    private mutating func addLandlords() {
        addTitle("Par bailleur")
        lines.append(
            Self.label("") + Self.cell("Relevé", 10)
                + Self.cell(RateKind.showUp.frenchLabel, 22) + Self.cell("Taux d'inconnus", 20)
        )
        for line in bilan.lines { addLandlord(line) }
    }

    private mutating func addLandlord(_ line: BilanLine) {
        let name = Self.label("\(line.landlord.code) — \(line.landlord.name)")
        guard let figures = line.figures else {
            lines.append("\(name)  \(line.freshnessText), absent des totaux")
            return
        }
        lines.append(
            name + Self.cell(line.freshnessText, 10)
                + Self.cell(Self.text(figures, .showUp), 22)
                + Self.cell(Self.text(figures, .unknown), 20)
        )
    }

    private mutating func addDefinitions() {
        addTitle("Définitions")
        for kind in RateKind.allCases {
            lines += Self.wrapped("\(kind.frenchLabel). \(kind.frenchDefinition)")
        }
        for indicator in Indicator.allCases {
            lines += Self.wrapped("\(indicator.frenchLabel). \(indicator.frenchDefinition)")
        }
        addTitle("Limites de la méthode")
        lines += MethodNote.all.flatMap { Self.wrapped("- " + $0) }
    }

    private mutating func addTitle(_ title: String) {
        lines += ["", title, String(repeating: "-", count: title.count)]
    }

    private static func text(_ rate: Rate?) -> String {
        rate?.text ?? Rate.withoutObject
    }

    private static func text(_ figures: LandlordFigures, _ kind: RateKind) -> String {
        figures.rate(kind)?.text ?? BilanLine.hiddenText
    }

    private static func text(_ count: Int?) -> String {
        count.map(FrenchText.integer) ?? Rate.withoutObject
    }

    private static func row(_ name: String, _ fresh: String, _ known: String) -> String {
        label(name) + cell(fresh, 22) + cell(known, 24)
    }

    /// A name at the left of its column; a longer one pushes the row to the right.
    private static func label(_ text: String) -> String {
        text + String(repeating: " ", count: max(0, 38 - text.count))
    }

    /// A figure at the right of its column.
    private static func cell(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(2, width - text.count)) + text
    }

    /// A paragraph in lines of at most 84 characters, the later ones set in.
    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + word.count + 1 > 84 {
                lines.append(line)
                line = "  " + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + [line]
    }
}
