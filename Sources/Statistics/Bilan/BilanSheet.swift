/// Writes a bilan as a flat OpenDocument sheet: one XML file that LibreOffice opens, figures as numbers.
package struct BilanSheet: Sendable {
    private var lines: [String] = []

    package static func render(_ bilan: Bilan) -> String {
        var sheet = BilanSheet()
        sheet.lines += FlatDocument.opening(.spreadsheet)
        sheet.lines += styles
        sheet.lines += ["<office:body>", "<office:spreadsheet>"]
        sheet.addFigures(of: bilan)
        sheet.addWords("Fraîcheur", bilan.freshnessNotes)
        sheet.addDefinitions()
        sheet.addWords("Méthode", MethodNote.all)
        sheet.lines += ["</office:spreadsheet>", "</office:body>", "</office:document>"]
        return sheet.lines.joined(separator: "\n") + "\n"
    }

    private mutating func addFigures(of bilan: Bilan) {
        open("Bilan", columns: ["moyenne", "large", "moyenne", "moyenne", "large"])
        let programme = bilan.programme
        addRow([.heading("Bilan " + FrenchText.quoted(programme.name))])
        addRow([.text("Programme"), .text(programme.code)])
        addRow([.text("Situation au"), .day(bilan.asOf)])
        addRow([.text("Début"), .day(programme.start), .text("Fin"), .day(programme.end)])
        addRow([.text("Objectif"), programme.objective.map(SheetCell.integer) ?? .empty])
        addRow([])
        addRow(
            [
                "portée", "bailleur", "fraîcheur", "relevé du", "indicateur", "code", "valeur",
                "numérateur", "dénominateur", "définition",
            ].map(SheetCell.heading)
        )
        addTotal(bilan.fresh, scope: "total à jour")
        addTotal(bilan.withLastKnown, scope: "total avec dernier connu")
        for share in bilan.shares { addRow(share.sheetCells) }
        for line in bilan.lines { addLandlord(line) }
        close()
    }

    private mutating func addTotal(_ total: BilanTotal, scope: String) {
        let start: [SheetCell] = [
            .text(scope), .empty,
            .text(FrenchText.counted(total.landlords, "bailleur", "bailleurs")), .empty,
        ]
        guard let counts = total.counts else {
            addRow(start + [.text(Rate.withoutObject)])
            return
        }
        addFigures(counts.inOrder, total.rates, after: start)
    }

    private mutating func addLandlord(_ line: BilanLine) {
        let start: [SheetCell] = [
            .text("bailleur"), .text("\(line.landlord.code) \(line.landlord.name)"),
            .text(line.freshnessText), line.receipt.map { .day($0.cutoff) } ?? .empty,
        ]
        guard let figures = line.figures else {
            addRow(start)
            return
        }
        addFigures(figures.inOrder, figures.rates, after: start)
        for indicator in figures.hidden {
            addRow(
                start + [
                    .text(indicator.frenchLabel), .text(indicator.code),
                    .text(BilanLine.hiddenText), .empty, .empty, .text(indicator.frenchDefinition),
                ]
            )
        }
    }

    private mutating func addFigures(
        _ counts: [(indicator: Indicator, count: Int)],
        _ rates: [Rate],
        after start: [SheetCell]
    ) {
        for rate in rates {
            addRow(
                start + [
                    .text(rate.kind.frenchLabel), .text(rate.kind.code), .share(rate),
                    .integer(rate.numerator), .integer(rate.denominator), .text(rate.definition),
                ]
            )
        }
        for (indicator, count) in counts {
            addRow(
                start + [
                    .text(indicator.frenchLabel), .text(indicator.code), .integer(count), .empty,
                    .empty, .text(indicator.frenchDefinition),
                ]
            )
        }
    }

    private mutating func addDefinitions() {
        open("Définitions", columns: ["large", "large", "large"])
        addRow(["indicateur", "code", "définition"].map(SheetCell.heading))
        for kind in RateKind.allCases {
            addRow([.text(kind.frenchLabel), .text(kind.code), .text(kind.frenchDefinition)])
        }
        for indicator in Indicator.allCases {
            addRow(
                [indicator.frenchLabel, indicator.code, indicator.frenchDefinition]
                    .map(SheetCell.text)
            )
        }
        close()
    }

    private mutating func addWords(_ name: String, _ words: [String]) {
        open(name, columns: ["large"])
        for line in words { addRow([.text(line)]) }
        close()
    }

    private mutating func open(_ name: String, columns: [String]) {
        lines.append("<table:table table:name=\"\(name)\">")
        lines += columns.map { "<table:table-column table:style-name=\"\($0)\"/>" }
    }

    private mutating func close() { lines.append("</table:table>") }

    private mutating func addRow(_ cells: [SheetCell]) {
        let row = (cells.isEmpty ? [.empty] : cells).map(\.xml).joined()
        lines.append("<table:table-row>\(row)</table:table-row>")
    }

    static let styles = [
        "<office:automatic-styles>",
        "<number:percentage-style style:name=\"N1\"><number:number number:decimal-places=\"1\" "
            + "number:min-decimal-places=\"1\" number:min-integer-digits=\"1\"/>"
            + "<number:text>\(FrenchText.narrowSpace)%</number:text></number:percentage-style>",
        "<number:number-style style:name=\"N2\"><number:number number:decimal-places=\"0\" "
            + "number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>",
        "<number:date-style style:name=\"N3\"><number:day number:style=\"long\"/>"
            + "<number:text>/</number:text><number:month number:style=\"long\"/>"
            + "<number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>",
        cellStyle("taux", data: "N1"), cellStyle("nombre", data: "N2"),
        cellStyle("jour", data: "N3"),
        "<style:style style:name=\"titre\" style:family=\"table-cell\">"
            + "<style:text-properties fo:font-weight=\"bold\"/></style:style>",
        columnStyle("moyenne", width: "4.5cm"), columnStyle("large", width: "7.5cm"),
        "</office:automatic-styles>",
    ]

    private static func cellStyle(_ name: String, data: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"table-cell\" "
            + "style:data-style-name=\"\(data)\"/>"
    }

    private static func columnStyle(_ name: String, width: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"table-column\">"
            + "<style:table-column-properties style:column-width=\"\(width)\"/></style:style>"
    }
}
