extension BilanHTML {
    mutating func addLandlords() {
        open("bailleurs", "Par bailleur")
        openTable("bailleurs", caption: "Chiffres de chaque bailleur, à la date de son relevé")
        addRow(head: [
            "Bailleur", "Relevé", Self.label(.registered), Self.label(.registeredPresent),
            Self.label(.participants), Self.label(.showUp), Self.label(.unknown),
        ])
        lines.append("<tbody>")
        for line in bilan.lines { addLandlord(line) }
        lines += ["</tbody>", "<tfoot>"]
        addTotal(bilan.fresh, "Total à jour")
        addTotal(bilan.withLastKnown, "Total avec dernier connu")
        lines.append("</tfoot>")
        closeTable()
        lines.append("<p class=\"note\">\(MethodNote.hiddenFigures(below: bilan.threshold))</p>")
        close()
    }

    private mutating func addLandlord(_ line: BilanLine) {
        let name =
            "<span class=\"code\">\(HTMLText.escaped(line.landlord.code))</span> "
            + HTMLText.escaped(line.landlord.name)
        guard let figures = line.figures else {
            lines.append(
                "<tr class=\"silent\"><th scope=\"row\">\(name)</th>"
                    + "<td colspan=\"6\" class=\"note\">\(line.freshnessText)"
                    + "\(FrenchText.space): absent des totaux</td></tr>"
            )
            return
        }
        addRow(
            name,
            tag: line.isFresh ? "<tr>" : "<tr class=\"old\">",
            [line.freshnessText] + Self.cells(figures)
        )
    }

    private mutating func addTotal(_ total: BilanTotal, _ name: String) {
        guard let counts = total.counts else {
            lines.append(
                "<tr><th scope=\"row\">\(name)</th><td colspan=\"6\" class=\"note\">"
                    + "\(Rate.withoutObject)</td></tr>"
            )
            return
        }
        addRow(name, tag: "<tr>", [Self.size(total)] + Self.cells(counts, total.rates))
    }

    private static let columns = [Indicator.registered, .registeredPresent, .participants]
    private static let rateColumns = [RateKind.showUp, .unknown]

    private static func cells(_ counts: Counts, _ rates: [Rate]) -> [String] {
        columns.map { number(counts[$0]) }
            + rateColumns.map { kind in link(kind, rates.first { $0.kind == kind }) }
    }

    private static func cells(_ figures: LandlordFigures) -> [String] {
        columns.map { figures[$0].map(FrenchText.integer) ?? BilanLine.hiddenText }
            + rateColumns.map { kind in
                figures.rate(kind).map { link(kind, $0) } ?? BilanLine.hiddenText
            }
    }

    mutating func addRates() {
        open("taux", "Taux")
        openTable("taux", caption: "Chaque taux avec son numérateur et son dénominateur")
        addTotalsHead("Taux")
        lines.append("<tbody>")
        for kind in kinds {
            addRow(
                Self.label(kind),
                tag: "<tr>",
                [bilan.fresh, bilan.withLastKnown].map { Self.link(kind, $0.rate(kind)) }
            )
        }
        lines.append("</tbody>")
        closeTable()
        close()
    }

    mutating func addCounts() {
        open("nombres", "Nombres")
        openTable("nombres", caption: "Personnes distinctes ou actes comptés par les bailleurs")
        addTotalsHead("Nombre")
        lines.append("<tbody>")
        for indicator in Indicator.allCases {
            addRow(
                Self.label(indicator),
                tag: "<tr>",
                [bilan.fresh, bilan.withLastKnown].map { Self.number($0.counts?[indicator]) }
            )
        }
        lines.append("</tbody>")
        closeTable()
        close()
    }

    private mutating func addTotalsHead(_ first: String) {
        addRow(head: [
            first, "À jour (\(Self.size(bilan.fresh)))",
            "Avec dernier connu (\(Self.size(bilan.withLastKnown)))",
        ])
    }

    private mutating func openTable(_ id: String, caption: String) {
        lines += [
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)-legende\" "
                + "tabindex=\"0\">",
            "<table>", "<caption id=\"\(id)-legende\">\(caption)</caption>",
        ]
    }

    private mutating func closeTable() {
        lines += ["</table>", "</div>"]
    }

    private mutating func addRow(head cells: [String]) {
        let row = cells.map { "<th scope=\"col\">\($0)</th>" }.joined()
        lines.append("<thead><tr>\(row)</tr></thead>")
    }

    private mutating func addRow(_ name: String, tag: String, _ cells: [String]) {
        let row = cells.map { "<td>\($0)</td>" }.joined()
        lines.append("\(tag)<th scope=\"row\">\(name)</th>\(row)</tr>")
    }
}
