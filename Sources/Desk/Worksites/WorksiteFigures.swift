import Region
import Statistics
import Tenancy

/// The figures of a worksite as people read them.
struct WorksiteFigures {
    let about: String
    let summary: String
    let alert: String?
    let rows: [SheetPage.Figure]
    let done: SheetPage.Figure

    init(_ state: WorksiteState, _ language: DeskLanguage) {
        let worksite = state.worksite
        about = Self.about(state, language)
        summary = [
            language.count(state.volunteers, "volunteers"),
            language.count(state.hired, "hired"), Self.share(worksite).text,
        ].joined(separator: " · ")
        alert = Self.alert(state, language)
        rows = [
            ("volunteersLabel", state.volunteers), ("volunteersNearby", state.volunteersNearby),
            ("proposedLabel", state.proposed), ("positionedLabel", state.positioned),
            ("hiredLabel", state.hired),
        ].map { SheetPage.Figure(label: language.word($0.0), text: FrenchText.integer($0.1)) }
        done = SheetPage.Figure(
            label: language.word("hoursDone"),
            text: language.share(Self.share(worksite))
        )
    }

    private static func share(_ worksite: Worksite) -> BilanShare {
        BilanShare(
            kind: .insertionHours,
            landlords: 1,
            numerator: worksite.doneHours,
            denominator: worksite.clauseHours
        )
    }

    private static func about(_ state: WorksiteState, _ language: DeskLanguage) -> String {
        let worksite = state.worksite
        let hours = [
            "total": FrenchText.integer(worksite.totalHours),
            "clause": FrenchText.integer(worksite.clauseHours),
            "part": percent(worksite.clausePermille),
        ]
        return [
            worksite.framework.libelle, worksite.owner,
            worksite.communeCode.map(Communes.shownName),
            worksite.start.map { language.word("startsOn", ["jour": language.day($0)]) },
            state.monthsToStart.map { language.word("inMonths", ["n": "\($0)"]) },
            language.word("clauseHours", hours),
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// « 5 », « 7,5 ».
    private static func percent(_ permille: Int) -> String {
        permille % 10 == 0 ? "\(permille / 10)" : "\(permille / 10),\(permille % 10)"
    }

    private static func alert(_ state: WorksiteState, _ language: DeskLanguage) -> String? {
        guard let each = state.worksite.forecastHours, let forecast = state.forecastHours else {
            return language.word("forecastMissing")
        }
        guard state.isShort else { return nil }
        return language.word(
            "poolShort",
            [
                "n": FrenchText.integer(state.volunteers), "h": FrenchText.integer(each),
                "total": FrenchText.integer(forecast),
                "clause": FrenchText.integer(state.worksite.clauseHours),
            ]
        )
    }
}
