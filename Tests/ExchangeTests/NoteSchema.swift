import Records

/// One collection with one field: enough to count writes.
enum NoteSchema {
    static func make() throws -> Schema {
        try Schema(
            .landlord,
            [RecordCollection("note", fields: [Field(1, "text", .text, .personal)])]
        )
    }
}
