import GRDB
import Records

/// A person's consent that their file goes to another landlord, and what became of it.
package struct Transfer: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case consented
        case withdrawn
        /// The pack was made: the file is read here and written no more.
        case sent
        /// The file came from the other landlord and was accepted here.
        case accepted
    }

    /// How the person said yes.
    package enum Mode: String, CaseIterable, Codable, Sendable {
        case oral
        case signature
        case paper = "papier"
    }

    /// What goes where the person did not ask for less: who they are and how to reach them.
    package static let usualFields: Set<TenantField> = [
        .title, .lastName, .birthName, .firstName, .birthDate, .phone, .email,
    ]

    package let id: RecordID
    package let tenant: RecordID
    /// The other landlord's code.
    package let landlord: String
    package let state: State
    package let consentedOn: CalendarDay
    package let mode: Mode
    package let fields: Set<TenantField>

    init?(_ row: Row) {
        guard let id = RecordID(row, "id"), let tenant = RecordID(row, "tenant"),
            let landlord = row["landlord"] as String?,
            let state = (row["state"] as String?).flatMap(State.init(rawValue:)),
            let day = (row["consented_on"] as String?).flatMap(CalendarDay.init(isoText:)),
            let mode = (row["mode"] as String?).flatMap(Mode.init(rawValue:))
        else { return nil }
        (self.id, self.tenant, self.landlord, self.state) = (id, tenant, landlord, state)
        (consentedOn, self.mode) = (day, mode)
        fields = Self.fields(row["fields"] ?? "")
    }

    /// The names of fields in their order, as they stand in a row.
    static func text(_ fields: Set<TenantField>) -> String {
        fields.sorted { $0.place < $1.place }.map(\.rawValue).joined(separator: " ")
    }

    static func fields(_ text: String) -> Set<TenantField> {
        Set(text.split(separator: " ").compactMap { TenantField(rawValue: String($0)) })
    }
}
