import Hub
import Statistics

/// Each landlord, the age of its figures and what the last night says of it.
struct LandlordsPage {
    struct Line {
        let code: String
        let name: String
        let late: Bool
        let age: String
        let cutoff: String
        let registered: String
        let participants: String
        let showUp: String
        let unknown: String
        let night: String
    }

    let freshness: String
    let stale: String?
    let landlords: [Line]
    let nightNote: String

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
                registered: line.counts.map { language.integer($0[.registered]) } ?? "–",
                participants: line.counts.map { language.integer($0[.participants]) } ?? "–",
                showUp: line.counts == nil ? "–" : language.rate(line.rate(.showUp)),
                unknown: line.counts == nil ? "–" : language.rate(line.rate(.unknown)),
                night: Self.night(of: line.landlord.code, in: night, language)
            )
        }
        nightNote =
            night.flatMap { UTCDay(iso: $0.day) }.map {
                "\(language.word("reportOf")) \(language.day($0))."
            } ?? language.word("noReport")
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
