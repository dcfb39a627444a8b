extension Rate {
    /// The words for a share of nothing.
    package static let withoutObject = "sans objet"
}

extension Share {
    /// « 89,8 % », or « sans objet » without a denominator.
    package var percentText: String {
        guard let permille = parts(per: .thousand) else { return Rate.withoutObject }
        return FrenchText.integer(permille / 10) + ",\(permille % 10)"
            + FrenchText.narrowSpace + "%"
    }

    /// « 300 / 334 ».
    package var fractionText: String {
        FrenchText.integer(numerator) + FrenchText.space + "/" + FrenchText.space
            + FrenchText.integer(denominator)
    }

    /// « 89,8 % (300 / 334) »: what a French page shows.
    package var text: String {
        percentText + FrenchText.space + "(" + fractionText + ")"
    }

    /// The share with four digits and a point, as in « 0.8982 »; nil without a denominator.
    package var decimalText: String? {
        parts(per: .tenThousand).map { "\($0 / 10_000)." + FrenchText.padded($0 % 10_000, to: 4) }
    }

    /// The percentage with one digit and a comma, without a unit, for a spreadsheet.
    package var percentNumber: String? {
        parts(per: .thousand).map { "\($0 / 10),\($0 % 10)" }
    }
}
