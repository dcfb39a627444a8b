import Statistics
import Tenancy

/// The orientations as CSV, one a line: no name, and nothing of a sensitive partner.
struct ReferralFile {
    let text: String

    init(_ language: DeskLanguage, _ lines: [ReferralLine]) {
        let columns = [
            "csvReference", "factPartner", "csvKind", "factNeed", "csvSent", "factState",
            "csvAnswered", "csvReceived",
        ]
        let rows = lines.map { line -> [String] in
            let kind = line.partner.kind
            let day = { (day: CalendarDay?) in day.map(language.day) ?? "" }
            return [
                line.tenant.erpRef ?? "",
                // Its name says what it does.
                kind.isSensitive ? language.kind(kind.outside) : line.partner.name,
                language.kind(kind.outside),
                kind.isSensitive ? "" : language.need(line.theme) ?? "",
                day(line.sentOn), language.word("referral-" + line.status.rawValue),
                day(line.answeredOn), day(line.honouredOn),
            ]
        }
        text = ([columns.map { language.word($0) }] + rows)
            .map { $0.map(CSVCell.escaped).joined(separator: ";") + "\r\n" }.joined()
    }
}
