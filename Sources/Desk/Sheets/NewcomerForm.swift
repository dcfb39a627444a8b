import Tenancy

/// What is typed of somebody whose file is to be made.
struct NewcomerForm {
    static let fields: [TenantField] = [.lastName, .firstName, .birthDate, .phone]

    let typed: [TenantField: String]

    init(_ visit: DeskVisit) {
        var typed: [TenantField: String] = [:]
        for field in Self.fields { typed[field] = visit.typed(field.rawValue) }
        self.typed = typed
    }

    /// The first field that cannot be taken as it is; nil where all can.
    func mistake(today: CalendarDay) -> TenantField? {
        Self.fields.first { field in
            guard let text = typed[field] else { return field == .lastName || field == .firstName }
            return !field.accepts(text, today: today)
        }
    }

    /// What finds the files that may be of the same person.
    var queries: [String] {
        let name = [typed[.lastName], typed[.firstName]].compactMap(\.self).joined(separator: " ")
        return [name, typed[.phone]].compactMap(\.self)
    }
}
