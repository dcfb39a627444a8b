import Causality
import Records

/// A small declaration with every merge rule.
enum PeopleSchema {
    static let ranks = ["absent.bulk": 1, "seen.typed": 2, "absent.typed": 2, "seen.signed": 3]

    static func person(_ deleteRule: DeleteRule = .editWins) -> RecordCollection {
        RecordCollection(
            "person",
            deleteRule: deleteRule,
            indexes: ["name"],
            fields: [
                Field(1, "name", .text, .personal),
                Field(2, "phone", .text, .personal),
                Field(3, "mark", .text, .personal, .ranked(ranks)),
                Field(4, "known_to", .text, .dimension, .set),
                Field(5, "visits", .integer, .technical, .counter),
                Field(6, "home", .blob, .personal),
                Field(7, "marked_at", .integer, .personal, .follows("mark")),
            ]
        )
    }

    static func schema(_ deleteRule: DeleteRule = .editWins) throws -> Schema {
        try Schema(.landlord, [person(deleteRule)])
    }
}
