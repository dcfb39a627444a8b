import Tenancy
import WebPages

/// What is typed of a worksite that is to be added.
struct WorksiteForm {
    /// The worksite; nil where something is missing or is no number, code or day.
    let draft: WorksiteDraft?

    init(_ visit: DeskVisit) {
        guard let name = visit.typed("nom"), let programme = visit.typed("programme"),
            let framework = visit.fields["cadre"].flatMap(WorksiteFramework.init(rawValue:)),
            let start = visit.fields["jour"].flatMap(CalendarDay.init(isoText:)),
            let hours = visit.number("heures"), let permille = Self.permille(visit.typed("clause"))
        else {
            draft = nil
            return
        }
        var draft = WorksiteDraft(
            name,
            framework,
            programme: programme,
            start: start,
            totalHours: hours,
            clausePermille: permille
        )
        draft.owner = visit.typed("maitre")
        draft.communeCode = visit.typed("commune")
        draft.romeCodes = Self.codes(visit.typed("metiers"))
        draft.forecastHours = visit.number("prevision")
        self.draft = draft
    }

    /// Thousandths of a percentage such as « 5 » or « 7,5 % ».
    private static func permille(_ text: String?) -> Int? {
        let digits = (text ?? "").filter { !$0.isWhitespace && $0 != "%" }
        let parts = digits.replacing(".", with: ",").split(
            separator: ",",
            omittingEmptySubsequences: false
        )
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...100).contains(whole)
        else { return nil }
        guard parts.count == 2 else { return whole * 10 }
        guard parts[1].count == 1, let tenth = parts[1].first?.wholeNumberValue else { return nil }
        return whole * 10 + tenth
    }

    /// ROME codes with anything between them.
    private static func codes(_ text: String?) -> [String] {
        (text ?? "").uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
