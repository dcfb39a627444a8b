import Causality
import Records

/// What the tablets of one landlord's visitors keep.
public enum VisitSchema {
    /// The declaration; tags are never used again, fields are only added.
    public static func make() throws(SchemaFailure) -> Schema {
        try Schema(.landlord, [visit, note, checklist])
    }

    /// A visit at somebody's home: whoever rang the bell outranks the list made in the office.
    private static let visit = RecordCollection(
        "visit",
        deleteRule: .editWins,
        unique: [["file_number"]],
        indexes: ["planned_on"],
        fields: [
            Field(1, "file_number", .text, .personal),
            Field(2, "tenant_name", .text, .personal),
            Field(3, "planned_on", .text, .personal),
            Field(4, "state", .text, .personal, .ranked(["planned": 0, "absent": 1, "met": 2])),
            Field(5, "state_at", .integer, .personal, .follows("state")),
        ]
    )

    /// What was said: rows that are only added, so that no two visitors overwrite each other.
    private static let note = RecordCollection(
        "note",
        deleteRule: .deleteWins,
        indexes: ["visit"],
        fields: [
            Field(1, "visit", .blob, .personal),
            Field(2, "author", .text, .personal),
            Field(3, "text", .text, .personal),
        ]
    )

    /// What to look at, ticked by anybody; and the kilometres, to which everybody adds.
    private static let checklist = RecordCollection(
        "checklist",
        fields: [
            Field(1, "visit", .blob, .personal),
            Field(2, "done", .text, .technical, .set),
            Field(3, "kilometres", .integer, .technical, .counter),
        ]
    )
}
