import Records
import ReplicaStore
import Tenancy

extension DeskLanguage {
    func label(_ field: TenantField) -> String {
        self == .french ? field.libelle : field.rawValue.replacing("_", with: " ")
    }

    /// The value of a field as people say it: a day, a mark, a word of a list.
    func value(_ value: Value, of field: String) -> String {
        guard case .text(let text) = value else {
            if case .null = value { return word("nothing") }
            return value.displayText
        }
        if let mark = AttendanceMark(code: text) {
            return word("mark-" + mark.status.rawValue) + " ("
                + word("method-" + mark.method.rawValue)
                + ")"
        }
        if let day = CalendarDay(isoText: text) { return self.day(day) }
        if field == "title", let title = CivilTitle(rawValue: text) { return self.title(title) }
        return text
    }

    /// A value of a tenant's file; nothing where there is none.
    func value(_ text: String?, of field: TenantField) -> String {
        value(text.map { .text($0) } ?? .null, of: field.rawValue)
    }

    private func title(_ title: CivilTitle) -> String { word("title-" + title.rawValue) }

    /// « Benoît, tablette 1, 12/02/2026 14:05 ».
    func author(_ agent: String, _ label: String, _ moment: UInt64) -> String {
        [agent, label, self.moment(moment)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
