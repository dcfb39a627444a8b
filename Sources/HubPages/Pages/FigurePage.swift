import Statistics

/// Where one figure comes from: its parts, its definition, the landlords in it and their age.
struct FigurePage {
    struct Definition {
        let term: String
        let text: String
    }

    struct Line {
        let code: String
        let name: String
        let late: Bool
        let age: String
        let cutoff: String
        let version: String
        var numerator = "–"
        var denominator = "–"
        var value = "–"
    }

    let known: String
    let knownFraction: String
    let fresh: String
    let freshFraction: String
    let definitions: [Definition]
    let isRate: Bool
    let lines: [Line]
    let notes: [String]
    let hiddenNote: String
    let method = MethodNote.all

    init(_ figure: PageRoute.Figure, _ bilan: Bilan, _ visit: PageVisit) {
        let language = visit.language
        func value(_ total: BilanTotal) -> (String, String) {
            let size = "\(total.landlords)/\(bilan.lines.count) "
            let landlords = size + language.word("landlordsTitle").lowercased()
            switch figure {
            case .rate(let kind):
                let rate = total.rate(kind)
                return (language.percent(rate), "\(language.fraction(rate)) – \(landlords)")
            case .count(let indicator):
                return (language.integer(total.counts?[indicator]), landlords)
            }
        }
        (known, knownFraction) = value(bilan.withLastKnown)
        (fresh, freshFraction) = value(bilan.fresh)
        definitions = Self.definitions(figure)
        if case .rate = figure { isRate = true } else { isRate = false }
        lines = bilan.lines.map { Self.line($0, figure, language) }
        notes = language.notes(bilan)
        hiddenNote = language.hiddenNote(below: bilan.threshold)
    }

    private static func definitions(_ figure: PageRoute.Figure) -> [Definition] {
        switch figure {
        case .rate(let kind):
            [
                Definition(term: "Numérateur", text: kind.frenchNumerator),
                Definition(term: "Dénominateur", text: kind.frenchDenominator),
            ]
        case .count(let indicator):
            [Definition(term: indicator.frenchLabel, text: indicator.frenchDefinition)]
        }
    }

    private static func line(
        _ line: BilanLine,
        _ figure: PageRoute.Figure,
        _ language: PageLanguage
    ) -> Line {
        var result = Line(
            code: line.landlord.code,
            name: line.landlord.name,
            late: !line.isFresh,
            age: language.age(line),
            cutoff: language.day(line.cutoff),
            version: line.receipt.map { String($0.version) } ?? "–"
        )
        guard let figures = line.figures else {
            result.value = language.word("notCounted")
            return result
        }
        switch figure {
        case .count(let indicator): result.value = language.shown(figures[indicator])
        case .rate(let kind):
            let rate = figures.rate(kind)
            result.numerator = language.shown(rate?.numerator)
            result.denominator = language.shown(rate?.denominator)
            result.value = rate.map(language.percent) ?? language.word("hidden")
        }
        return result
    }
}
