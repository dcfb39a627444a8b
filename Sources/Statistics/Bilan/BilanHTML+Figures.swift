extension BilanHTML {
    /// A rate with its two numbers, linked to its definition.
    static func link(_ kind: RateKind, _ rate: Rate?) -> String {
        guard let rate else { return Rate.withoutObject }
        return "<a href=\"#\(anchor(kind))\">\(rate.text)</a>"
    }

    /// A label linked to its definition.
    static func label(_ kind: RateKind) -> String {
        "<a href=\"#\(anchor(kind))\">\(HTMLText.escaped(kind.frenchLabel))</a>"
    }

    static func label(_ indicator: Indicator) -> String {
        "<a href=\"#\(anchor(indicator))\">\(HTMLText.escaped(indicator.frenchLabel))</a>"
    }

    static func number(_ count: Int?) -> String {
        count.map(FrenchText.integer) ?? Rate.withoutObject
    }

    static func anchor(_ kind: RateKind) -> String { "taux-" + kind.code }

    static func anchor(_ indicator: Indicator) -> String { "nombre-" + indicator.code }

    /// « 7 bailleurs ».
    static func size(_ total: BilanTotal) -> String {
        FrenchText.counted(total.landlords, "bailleur", "bailleurs")
    }

    /// The rates of this bilan: the objective only where the programme has one.
    var kinds: [RateKind] {
        RateKind.allCases.filter { $0 != .objective || bilan.programme.objective != nil }
    }
}
