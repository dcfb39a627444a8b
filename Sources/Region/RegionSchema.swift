import Causality
import Records

/// What the region shares: collections in which no field is about a person.
///
/// Each landlord's partition has them too, for what its own people declare.
package enum RegionSchema {
    package static let collections = [
        RecordCollection(
            "programme",
            fields: [
                Field(1, "code", .text, .dimension),
                Field(2, "name", .text, .dimension),
                Field(3, "objective", .integer, .dimension),
                Field(4, "starts_on", .text, .dimension),
                Field(5, "ends_on", .text, .dimension),
                Field(6, "funder", .text, .dimension),
            ]
        ),
        RecordCollection(
            "partner",
            fields: [
                Field(1, "kind", .text, .dimension),
                Field(2, "name", .text, .dimension),
                Field(3, "commune_code", .text, .dimension),
            ]
        ),
        RecordCollection(
            "territory",
            indexes: ["code"],
            fields: [
                Field(1, "kind", .text, .dimension),
                Field(2, "code", .text, .dimension),
                Field(3, "label", .text, .dimension),
                Field(4, "generation", .integer, .dimension),
                Field(5, "valid_from", .text, .dimension),
                Field(6, "valid_to", .text, .dimension),
            ]
        ),
        RecordCollection(
            "worksite",
            fields: [
                Field(1, "name", .text, .dimension),
                Field(2, "framework", .text, .dimension),
                Field(3, "programme", .text, .dimension),
                Field(4, "owner", .text, .dimension),
                Field(5, "commune_code", .text, .dimension),
                Field(6, "starts_on", .text, .dimension),
                Field(7, "total_hours", .integer, .dimension),
                Field(8, "clause_permille", .integer, .dimension),
                Field(9, "done_hours", .integer, .dimension, .counter),
                Field(10, "rome_codes", .text, .dimension, .set),
                Field(11, "forecast_hours", .integer, .dimension),
            ]
        ),
        RecordCollection(
            "opportunity",
            fields: [
                Field(1, "title", .text, .dimension),
                Field(2, "rome_code", .text, .dimension),
                Field(3, "employer", .text, .dimension),
                Field(4, "event", .blob, .dimension),
                Field(5, "commune_code", .text, .dimension),
                Field(6, "kind", .text, .dimension),
                Field(7, "contract", .text, .dimension),
                Field(8, "positions", .integer, .dimension),
                Field(9, "worksite", .blob, .dimension),
            ]
        ),
    ]

    /// What was signed for all landlords, byte for byte; it stands in the region's own partition only.
    static let papers = RecordCollection(
        SignedPaper.collection,
        fields: [
            Field(1, "kind", .text, .technical),
            Field(2, "subject", .text, .technical),
            Field(3, "bytes", .blob, .technical),
        ]
    )

    /// The schema of the region's own partition: proof that nothing personal is declared.
    package static func make() throws(SchemaFailure) -> Schema {
        try Schema(.region, collections + [papers])
    }
}
