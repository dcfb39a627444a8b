/// Writes an own bilan as a flat OpenDocument sheet: the figures, then one sheet an axis.
enum OwnBilanSheet {
    static func render(_ own: OwnBilan) -> String {
        let head =
            FlatDocument.opening(.spreadsheet) + BilanSheet.styles
            + ["<office:body>", "<office:spreadsheet>"]
        let tail = ["</office:spreadsheet>", "</office:body>", "</office:document>"]
        let sheets =
            [sheet("Bilan", figures(own))] + own.tables.map { sheet($0.frenchTitle, rows($0)) }
        return (head + sheets.flatMap(\.self) + tail).joined(separator: "\n") + "\n"
    }

    private static func figures(_ own: OwnBilan) -> [[SheetCell]] {
        let rates: [[SheetCell]] = own.total.rates.map {
            share($0, $0.kind.frenchLabel, $0.definition)
        }
        let shares = own.bilan.shares.map { share($0, $0.frenchLabel, $0.frenchDefinition) }
        let counts = (own.total.counts?.inOrder ?? []).map { indicator, count -> [SheetCell] in
            [
                .text(indicator.frenchLabel), .integer(count), .empty, .empty,
                .text(indicator.frenchDefinition),
            ]
        }
        let head = ["indicateur", "valeur", "numérateur", "dénominateur", "définition"]
        return [[.heading(OwnBilan.notice)], [.text(own.source)], head.map(SheetCell.heading)]
            + rates + shares + counts
    }

    private static func share(
        _ share: some Share & Sendable,
        _ label: String,
        _ definition: String
    ) -> [SheetCell] {
        [
            .text(label), .share(share), .integer(share.numerator), .integer(share.denominator),
            .text(definition),
        ]
    }

    private static func rows(_ table: OwnTable) -> [[SheetCell]] {
        let head =
            ["code", "lieu", "personnes"] + OwnTable.funnel.map(OwnTable.frenchWord(ofStep:))
            + OwnTable.outcomes.map(OwnTable.frenchWord(ofOutcome:))
        return [[.text(OwnBilan.notice)], head.map(SheetCell.heading)]
            + table.places.map { place in
                [.text(place.place.text), .text(place.name), .integer(place.persons)]
                    + (place.funnel + place.outcomes).map(SheetCell.integer)
            }
    }

    private static func sheet(_ name: String, _ rows: [[SheetCell]]) -> [String] {
        ["<table:table table:name=\"\(name)\">"]
            + rows.map { "<table:table-row>\($0.map(\.xml).joined())</table:table-row>" }
            + ["</table:table>"]
    }
}
