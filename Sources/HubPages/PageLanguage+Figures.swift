import Statistics

extension PageLanguage {
    func integer(_ value: Int?) -> String {
        guard let value else { return word("withoutObject") }
        let text = FrenchText.integer(value)
        return self == .french
            ? text : text.split(separator: FrenchText.narrowSpace).joined(separator: ",")
    }

    func percent(_ rate: Rate?) -> String {
        guard let rate, rate.denominator > 0 else { return word("withoutObject") }
        guard self == .english else { return rate.percentText }
        return rate.percentNumber.map { "\($0)%".replacing(",", with: ".") } ?? ""
    }

    /// « 300 / 334 ».
    func fraction(_ rate: Rate?) -> String {
        guard let rate else { return word("withoutObject") }
        return integer(rate.numerator) + FrenchText.space + "/" + FrenchText.space
            + integer(rate.denominator)
    }

    /// « 89,8 % (300 / 334) ».
    func rate(_ rate: Rate?) -> String {
        guard rate != nil else { return word("withoutObject") }
        return percent(rate) + FrenchText.space + "(" + fraction(rate) + ")"
    }

    /// A landlord's figure, or the word that stands for a hidden one.
    func shown(_ value: Int?) -> String { value.map(integer) ?? word("hidden") }

    func shown(_ rate: Rate?) -> String { rate.map { self.rate($0) } ?? word("hidden") }

    func day(_ day: UTCDay?) -> String {
        guard let day else { return "–" }
        return self == .french ? day.frenchText : day.isoText
    }

    func label(_ kind: RateKind) -> String {
        self == .french ? kind.frenchLabel : kind.englishName
    }

    func label(_ indicator: Indicator) -> String {
        self == .french ? indicator.frenchLabel : indicator.englishName
    }

    /// « 7/8 bailleurs à jour ».
    func freshness(_ bilan: Bilan) -> String {
        self == .french
            ? bilan.freshnessText
            : "\(bilan.fresh.landlords)/\(bilan.lines.count) \(word("landlordsFresh"))"
    }

    /// « dont 1 bailleur à J-3 ».
    func staleness(_ bilan: Bilan) -> String? {
        guard self == .english else { return bilan.staleText }
        let ages = bilan.lines.compactMap(\.ageDays).filter { $0 > 0 }
        return ages.max().map {
            "\(word("ofWhich")) \(ages.count) \(word("lateLandlords")), "
                + "\(word("oldest")) \(word("daysOld"))\($0)"
        }
    }

    /// « à jour », « J-3 », « jamais reçu ».
    func age(_ line: BilanLine) -> String {
        switch line.state {
        case .received(let receipt):
            receipt.ageDays == 0 ? word("fresh") : word("daysOld") + String(receipt.ageDays)
        case .postdated: word("postdated")
        case .neverReceived: word("never")
        }
    }

    /// What « masqué » means.
    func hiddenNote(below threshold: Int) -> String {
        word("hiddenNote").replacing("{threshold}", with: String(threshold))
    }

    /// Who is in no total, by name, in French: these are the notes of the bilan.
    func notes(_ bilan: Bilan) -> [String] {
        [bilan.neverReceivedText, bilan.postdatedText, bilan.unexpectedText].compactMap(\.self)
    }
}
