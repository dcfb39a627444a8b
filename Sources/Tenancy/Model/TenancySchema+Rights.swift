import Records

extension TenancySchema {
    /// What people ask for about their data, and what became of it.
    static let rights = [
        RecordCollection(
            "rights_request",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "kind", .text, .personal),
                Field(3, "received_on", .text, .personal),
                Field(4, "due_on", .text, .personal),
                Field(5, "status", .text, .personal),
                Field(6, "closed_on", .text, .personal),
                Field(7, "noted_by", .text, .personal),
                Field(8, "answer", .text, .personal),
            ]
        ),
        // What the administrator orders to be erased, by identities; the membership log holds its digest.
        RecordCollection(
            "erasure_order",
            fields: [
                Field(1, "rows", .text, .technical),
                Field(2, "ordered_at", .integer, .technical),
                Field(3, "ordered_by", .text, .technical),
                Field(4, "due_on", .text, .technical),
                Field(5, "cause", .text, .technical),
                Field(6, "people", .integer, .technical),
            ]
        ),
        // That a replica carried an order out, in its own words.
        RecordCollection(
            "erasure_receipt",
            indexes: ["\"order\""],
            fields: [
                Field(1, "order", .blob, .technical),
                Field(2, "replica", .blob, .technical),
                Field(3, "done_at", .integer, .technical),
                // How many writes of that replica were dropped, and of how many its agent was told.
                Field(4, "refused", .integer, .technical),
                Field(5, "seen", .integer, .technical),
                // The files that it had merged with an erased one, which the order does not name.
                Field(6, "linked", .blob, .technical),
                // How many writes of colleagues it dropped, that had come here by another road.
                Field(7, "others", .blob, .technical),
            ]
        ),
    ]
}
