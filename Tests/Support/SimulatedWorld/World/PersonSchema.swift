import Causality
import Records

/// The declaration that simulated landlords use: every merge rule, and a journal.
///
/// The journal takes one row for each transaction and never changes it. What a replica has seen is
/// what stands in its journal: the simulation knows it from the data, not from the engine's clocks.
enum PersonSchema {
    static let person = "person"
    static let journal = "journal"
    static let visit = "visit"
    static let ranks = ["absent.bulk": 1, "seen.typed": 2, "absent.typed": 2, "seen.signed": 3]
    static let marks = ["absent.bulk", "absent.typed", "seen.signed", "seen.typed"]

    static let name: UInt8 = 1
    static let phone: UInt8 = 2
    static let mark: UInt8 = 3
    static let markedAt: UInt8 = 7
    static let email: UInt8 = 20

    /// What a version of the software declares.
    enum Release: Int {
        case older, newer
    }

    /// The fields with one value, of all versions.
    static let plain = plain(.newer)

    /// The fields with one value that a version knows.
    static func plain(_ release: Release) -> [(tag: UInt8, name: String)] {
        [(1, "name"), (2, "phone"), (3, "mark"), (7, "marked_at")]
            + (release == .newer ? [(email, "email")] : [])
    }

    /// The newer version declares one field and one collection more.
    static func schema(
        _ deleteRule: DeleteRule,
        _ release: Release
    ) throws(SchemaFailure) -> Schema {
        let isNewer = release == .newer
        return try Schema(
            .landlord,
            [
                RecordCollection(
                    person,
                    deleteRule: deleteRule,
                    indexes: ["name"],
                    fields: [
                        Field(1, "name", .text, .personal),
                        Field(2, "phone", .text, .personal),
                        Field(3, "mark", .text, .personal, .ranked(ranks)),
                        Field(4, "known_to", .text, .dimension, .set),
                        Field(5, "visits", .integer, .technical, .counter),
                        Field(7, "marked_at", .integer, .personal, .follows("mark")),
                    ] + (isNewer ? [Field(email, "email", .text, .personal)] : [])
                ),
                RecordCollection(
                    journal,
                    fields: [
                        Field(1, "number", .integer, .technical),
                        Field(2, "author", .integer, .technical),
                    ]
                ),
            ]
                + (isNewer
                    ? [RecordCollection(visit, fields: [Field(1, "number", .integer, .technical)])]
                    : [])
        )
    }

    static func rank(_ tag: UInt8, _ value: Value) -> Int {
        switch value {
        case .null: -1
        case .text(let text) where tag == mark: ranks[text] ?? 0
        default: 0
        }
    }
}
