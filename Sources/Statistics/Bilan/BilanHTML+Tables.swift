extension BilanHTML {
    mutating func addLandlords() {
        open("bailleurs", "Par bailleur")
        openTable("bailleurs", caption: "Chiffres de chaque bailleur, à la date de son relevé")
        addRow(head: [
            "Bailleur", "Relevé", Self.label(.identified), Self.label(.registered),
            Self.label(.registeredPresent), Self.label(.participants), Self.label(.showUp),
            Self.label(.unknown),
        ])
        lines.append("<tbody>")
        for line in bilan.lines { addLandlord(line) }
        lines += ["</tbody>", "<tfoot>"]
        addTotal(bilan.fresh, "Total à jour")
        addTotal(bilan.withLastKnown, "Total avec dernier connu")
        lines.append("</tfoot>")
        closeTable()
        close()
    }

    private mutating func addLandlord(_ line: BilanLine) {
        let name =
            "<span class=\"code\">\(HTMLText.escaped(line.landlord.code))</span> "
            + HTMLText.escaped(line.landlord.name)
        guard let counts = line.counts else {
            lines.append(
                "<tr class=\"silent\"><th scope=\"row\">\(name)</th>"
                    + "<td colspan=\"7\" class=\"note\">\(line.freshnessText)"
                    + "\(FrenchText.space): absent des totaux</td></tr>"
            )
            return
        }
        addRow(
            name,
            tag: line.isFresh ? "<tr>" : "<tr class=\"old\">",
            [line.freshnessText] + Self.cells(counts, line.rates)
        )
    }

    private mutating func addTotal(_ total: BilanTotal, _ name: String) {
        guard let counts = total.counts else {
            lines.append(
                "<tr><th scope=\"row\">\(name)</th><td colspan=\"7\" class=\"note\">"
                    + "\(Rate.withoutObject)</td></tr>"
            )
            return
        }
        addRow(name, tag: "<tr>", [Self.size(total)] + Self.cells(counts, total.rates))
    }

    private static func cells(_ counts: Counts, _ rates: [Rate]) -> [String] {
        let indicators = [Indicator.identified, .registered, .registeredPresent, .participants]
        let kinds = [RateKind.showUp, .unknown]
        return indicators.map { number(counts[$0]) }
            + kinds.map { kind in link(kind, rates.first { $0.kind == kind }) }
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
