/// Writes a bilan for a French spreadsheet: one row per figure, each with its definition.
///
/// UTF-8 with a byte order mark, « ; » between cells, decimal comma, CRLF.
package enum BilanCSV {
    package static func render(_ bilan: Bilan) -> [UInt8] {
        var rows = [header]
        rows += totalRows(bilan.fresh, scope: "total à jour")
        rows += totalRows(bilan.withLastKnown, scope: "total avec dernier connu")
        rows += bilan.shares.map { row($0.csvCells) }
        rows += bilan.lines.flatMap(lineRows)
        rows += bilan.freshnessNotes.map { row(["fraîcheur", "", "", "", "", "", "", "", $0]) }
        rows += MethodNote.all.map { row(["méthode", "", "", "", "", "", "", "", $0]) }
        return [0xEF, 0xBB, 0xBF] + rows.joined().utf8
    }

    private static let header = row([
        "portée", "bailleur", "fraîcheur", "relevé du", "indicateur", "valeur", "numérateur",
        "dénominateur", "définition",
    ])

    private static func totalRows(_ total: BilanTotal, scope: String) -> [String] {
        let start = [scope, "", FrenchText.counted(total.landlords, "bailleur", "bailleurs"), ""]
        guard let counts = total.counts else {
            return [row(start + ["", Rate.withoutObject, "", "", ""])]
        }
        return figureRows(counts.inOrder, total.rates, after: start)
    }

    private static func lineRows(_ line: BilanLine) -> [String] {
        let start = [
            "bailleur", "\(line.landlord.code) \(line.landlord.name)", line.freshnessText,
            line.receipt?.cutoff.frenchText ?? "",
        ]
        guard let figures = line.figures else { return [row(start + ["", "", "", "", ""])] }
        let hidden = figures.hidden.map { indicator in
            let cells = [
                indicator.frenchLabel, BilanLine.hiddenText, "", "", indicator.frenchDefinition,
            ]
            return row(start + cells)
        }
        return figureRows(figures.inOrder, figures.rates, after: start) + hidden
    }

    private static func figureRows(
        _ counts: [(indicator: Indicator, count: Int)],
        _ rates: [Rate],
        after start: [String]
    ) -> [String] {
        let rateRows = rates.map { rate in
            row(
                start + [
                    "\(rate.kind.frenchLabel) (en %)", rate.percentNumber ?? Rate.withoutObject,
                    String(rate.numerator), String(rate.denominator), rate.definition,
                ]
            )
        }
        let countRows = counts.map { indicator, count in
            row(
                start + [
                    indicator.frenchLabel, String(count), "", "", indicator.frenchDefinition,
                ]
            )
        }
        return rateRows + countRows
    }

    private static func row(_ cells: [String]) -> String {
        cells.map(CSVCell.escaped).joined(separator: ";") + "\r\n"
    }
}
