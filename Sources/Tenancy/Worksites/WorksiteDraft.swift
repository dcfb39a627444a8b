/// A worksite that owes hours to people on their way back to work (« chantier »).
package struct WorksiteDraft: Sendable {
    package let name: String
    package let framework: WorksiteFramework
    /// The programme whose figures its hours count in.
    package let programme: String
    package let start: CalendarDay
    /// All the hours of work that are planned.
    package let totalHours: Int
    /// What part of them the social clause asks for, in thousandths: 50 for 5 %.
    package let clausePermille: Int
    package var owner: String?
    package var communeCode: String?
    /// The trades it needs, by their ROME codes.
    package var romeCodes: [String] = []
    /// How many hours one volunteer is expected to do.
    package var forecastHours: Int?

    package init(
        _ name: String,
        _ framework: WorksiteFramework,
        programme: String,
        start: CalendarDay,
        totalHours: Int,
        clausePermille: Int
    ) {
        self.name = name
        self.framework = framework
        self.programme = programme
        self.start = start
        self.totalHours = totalHours
        self.clausePermille = clausePermille
    }
}
