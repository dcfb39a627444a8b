/// Writes an own bilan for a French spreadsheet: the form of `BilanCSV`, one row per figure.
enum OwnBilanCSV {
    static func render(_ own: OwnBilan) -> [UInt8] {
        var rows = [
            [OwnBilan.notice], [own.source],
            [
                "portée", "lieu", "nom du lieu", "indicateur", "code", "valeur", "numérateur",
                "dénominateur", "définition",
            ],
        ]
        rows += own.total.rates.map { share($0, $0.kind.frenchLabel, $0.kind.code, $0.definition) }
        rows += own.bilan.shares.map { share($0, $0.frenchLabel, $0.code, $0.frenchDefinition) }
        rows += (own.total.counts?.inOrder ?? []).map { indicator, count in
            [
                "ensemble", "", "", indicator.frenchLabel, indicator.code, String(count), "", "",
                indicator.frenchDefinition,
            ]
        }
        rows += own.tables.flatMap(OwnFigure.all).map { figure in
            [
                figure.scope, figure.place, figure.name, figure.indicator, figure.code,
                String(figure.value), "", "", "",
            ]
        }
        let lines = rows.map { $0.map(CSVCell.escaped).joined(separator: ";") + "\r\n" }
        return [0xEF, 0xBB, 0xBF] + lines.joined().utf8
    }

    private static func share(
        _ share: some Share,
        _ label: String,
        _ code: String,
        _ definition: String
    ) -> [String] {
        [
            "ensemble", "", "", "\(label) (en %)", code, share.percentNumber ?? Rate.withoutObject,
            String(share.numerator), String(share.denominator), definition,
        ]
    }
}
