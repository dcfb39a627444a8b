import Hub
import Statistics

/// Each landlord, the age of its figures and what the last night says of it.
struct LandlordsPage {
    struct Figure {
        let text: String
        let link: String
    }

    struct Line {
        let code: String
        let name: String
        let late: Bool
        let age: String
        let cutoff: String
        /// None of a landlord that never sent anything.
        let figures: [Figure]
        let night: String
    }

    let freshness: String
    let stale: String?
    let landlords: [Line]
    let nightNote: String
    let hiddenNote: String

    init(_ bilan: Bilan, _ night: NightReport?, _ visit: PageVisit) {
        let language = visit.language
        freshness = language.freshness(bilan)
        stale = language.staleness(bilan)
        landlords = bilan.lines.map { line in
            Line(
                code: line.landlord.code,
                name: line.landlord.name,
                late: !line.isFresh,
                age: language.age(line),
                cutoff: language.day(line.cutoff),
                figures: Self.figures(line, visit),
                night: Self.night(of: line.landlord.code, in: night, language)
            )
        }
        hiddenNote = language.hiddenNote(below: bilan.threshold)
        nightNote =
            night.flatMap { UTCDay(iso: $0.day) }.map {
                "\(language.word("reportOf")) \(language.day($0))."
            } ?? language.word("noReport")
    }

    private static func figures(_ line: BilanLine, _ visit: PageVisit) -> [Figure] {
        guard let figures = line.figures else { return [] }
        let numbers = [Indicator.registered, .participants].map { indicator in
            (PageRoute.Figure.count(indicator), visit.language.shown(figures[indicator]))
        }
        let rates = [RateKind.showUp, .unknown].map { kind in
            (PageRoute.Figure.rate(kind), visit.language.shown(figures.rate(kind)))
        }
        return (numbers + rates).map { figure, text in
            Figure(text: text, link: visit.link(figure, of: line.landlord.code))
        }
    }

    private static func night(
        of code: String,
        in report: NightReport?,
        _ language: PageLanguage
    ) -> String {
        guard let report else { return "–" }
        guard let landlord = report.landlords.first(where: { $0.code == code }) else {
            return language.word("notHeard")
        }
        var parts = [language.word("neverHeard")]
        if let age = landlord.ageDays {
            parts = [
                age == 0
                    ? language.word("heardToday")
                    : "\(language.word("heardDays"))\(language.word("colon")) \(age)"
            ]
        }
        if landlord.missing > 0 {
            parts.append("\(language.word("missing"))\(language.word("colon")) \(landlord.missing)")
        }
        if landlord.forks > 0 { parts.append(language.word("forks")) }
        return parts.joined(separator: " ; ")
    }
}
