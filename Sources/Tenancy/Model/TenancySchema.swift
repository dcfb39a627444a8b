import Causality
import Records
import Region

/// What a landlord's partition contains: the collections, declared once.
///
/// Tags are never used again, fields are only added. There is no field for the NIR, ever.
package enum TenancySchema {
    package static func make() throws(SchemaFailure) -> Schema {
        try Schema(
            .landlord,
            people + activities + followUp + care + housekeeping + rights
                + RegionSchema.collections
        )
    }

    /// Who the landlord's people are.
    private static let people = [
        RecordCollection(
            "tenant",
            indexes: [
                "erp_ref", "fold(last_name), fold(first_name)", "fold(first_name)", "birth_date",
                "phone_key(phone)", "merged_into",
            ],
            fields: [
                Field(1, "erp_ref", .text, .personal),
                Field(2, "title", .text, .personal),
                Field(3, "last_name", .text, .personal),
                Field(4, "birth_name", .text, .personal),
                Field(5, "first_name", .text, .personal),
                Field(6, "birth_date", .text, .personal),
                Field(7, "phone", .text, .personal),
                Field(8, "email", .text, .personal),
                Field(9, "address", .text, .personal),
                Field(10, "postal_code", .text, .personal),
                Field(11, "commune_code", .text, .dimension),
                Field(12, "commune_name", .text, .dimension),
                Field(13, "qpv_code", .text, .dimension),
                Field(14, "residence", .text, .personal),
                Field(15, "lease_ref", .text, .personal),
                Field(16, "dwelling_ref", .text, .personal),
                // Where two files are of one person, the one that is no longer used names the other.
                Field(17, "merged_into", .blob, .personal),
                // What the last extract said, as one hash a field: see ErpImage.
                Field(18, "erp_image", .blob, .personal),
                // The QPV of the list of 2015; that of the current list is field 13.
                Field(19, "qpv_code_2015", .text, .dimension),
            ]
        ),
        RecordCollection(
            "situation",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "on_date", .text, .personal),
                Field(3, "work_situation", .text, .dimension),
                Field(4, "known_answer", .text, .dimension),
                Field(5, "known_institutions", .text, .dimension, .set),
            ]
        ),
        RecordCollection(
            "identification",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "programme", .text, .dimension),
                Field(3, "channel", .text, .dimension),
                Field(4, "on_date", .text, .personal),
                Field(5, "wishes_to_work", .text, .dimension),
                Field(6, "contacted_on", .text, .personal),
            ]
        ),
    ]

    /// What happens, and who comes.
    private static let activities = [
        RecordCollection(
            "event",
            indexes: ["starts_on"],
            fields: [
                Field(1, "kind", .text, .dimension),
                Field(2, "name", .text, .dimension),
                Field(3, "programme", .text, .dimension),
                Field(4, "starts_on", .text, .dimension),
                Field(5, "start_time", .text, .dimension),
                Field(6, "place", .text, .dimension),
                Field(7, "commune_code", .text, .dimension),
                Field(8, "qpv_code", .text, .dimension),
                Field(9, "capacity", .integer, .dimension),
                Field(10, "status", .text, .dimension),
            ]
        ),
        RecordCollection(
            "event_stop",
            indexes: ["event"],
            fields: [
                Field(1, "event", .blob, .dimension),
                Field(2, "rank", .integer, .dimension),
                Field(3, "host", .text, .dimension),
                Field(4, "team", .text, .dimension),
                Field(5, "offers", .integer, .dimension, .counter),
            ]
        ),
        RecordCollection(
            "registration",
            indexes: ["event", "tenant"],
            fields: [
                Field(1, "event", .blob, .personal),
                Field(2, "tenant", .blob, .personal),
                Field(3, "registered_at", .integer, .personal),
                Field(4, "registered_by", .text, .personal),
                Field(5, "status", .text, .personal),
            ]
        ),
        RecordCollection(
            "attendance",
            indexes: ["event", "tenant"],
            fields: [
                Field(1, "event", .blob, .personal),
                Field(2, "tenant", .blob, .personal),
                Field(3, "stop", .blob, .personal),
                Field(4, "mark", .text, .personal, .ranked(AttendanceMark.ranks)),
                Field(5, "checked_at", .integer, .personal, .follows("mark")),
                Field(6, "walk_in", .integer, .personal, .follows("mark")),
            ]
        ),
    ]

    /// What follows.
    private static let followUp = [
        RecordCollection(
            "referral",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "partner", .blob, .personal),
                Field(3, "theme", .text, .sensitive),
                Field(4, "status", .text, .personal),
                Field(5, "sent_on", .text, .personal),
                Field(6, "answered_on", .text, .personal),
                Field(7, "refusal_reason", .text, .sensitive),
                Field(8, "programme", .text, .dimension),
                Field(9, "honoured_on", .text, .personal),
                // The last day on which the partner was asked again.
                Field(10, "reminded_on", .text, .personal),
                Field(11, "sent_by", .text, .personal),
            ]
        ),
        RecordCollection(
            "match",
            indexes: ["tenant", "event"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "opportunity", .blob, .personal),
                Field(3, "event", .blob, .personal),
                Field(4, "status", .text, .personal),
                Field(5, "interview_on", .text, .personal),
                // The first day on which they were at least positioned, whatever followed.
                Field(6, "positioned_on", .text, .personal),
            ]
        ),
        RecordCollection(
            "volunteer",
            indexes: ["tenant", "worksite"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "worksite", .blob, .personal),
                Field(3, "agreed_on", .text, .personal),
                Field(4, "agreed_by", .text, .personal),
                Field(5, "withdrawn_on", .text, .personal),
                // The trades that they would do, by their ROME codes; none where any will do.
                Field(6, "rome_codes", .text, .personal, .set),
            ]
        ),
        RecordCollection(
            "outcome",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "kind", .text, .dimension),
                Field(3, "on_date", .text, .personal),
                Field(4, "contract", .text, .dimension),
                Field(5, "programme", .text, .dimension),
                Field(6, "verified_by", .text, .personal),
            ]
        ),
    ]

    /// What agents and people agree on and tell each other.
    private static let care = [
        RecordCollection(
            "consent",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "purpose", .text, .personal),
                // Nil for every partner.
                Field(3, "partner", .blob, .sensitive),
                Field(4, "given_on", .text, .personal),
                Field(5, "mode", .text, .personal),
                // The words that the person was read: see ConsentNotice.
                Field(6, "notice_version", .text, .personal),
                Field(7, "withdrawn_on", .text, .personal),
                Field(8, "noted_by", .text, .personal),
            ]
        ),
        RecordCollection(
            "note",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "written_at", .integer, .personal),
                Field(3, "written_by", .text, .personal),
                Field(4, "text", .text, .sensitive),
            ]
        ),
        RecordCollection(
            "barrier",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "theme", .text, .sensitive),
                Field(3, "level", .text, .sensitive),
                Field(4, "noted_on", .text, .personal),
                Field(5, "ended_on", .text, .personal),
            ]
        ),
        // One row a file: who follows the person, and when they are to be called.
        RecordCollection(
            "follow_up",
            indexes: ["tenant", "next_contact_on"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "referent", .text, .personal, .follows("next_contact_on")),
                Field(3, "next_contact_on", .text, .personal),
                Field(4, "reason", .text, .sensitive, .follows("next_contact_on")),
                Field(5, "contacted_on", .text, .personal),
            ]
        ),
    ]

    /// What keeps the rest in order.
    private static let housekeeping = [
        RecordCollection(
            "device",
            fields: [
                Field(1, "replica", .blob, .technical),
                Field(2, "label", .text, .personal),
                Field(3, "agent", .text, .personal),
                // How partners reach who works there: it is printed on what is handed to them.
                Field(4, "contact", .text, .personal),
            ]
        ),
        RecordCollection(
            "tenant_merge",
            indexes: ["kept", "merged"],
            fields: [
                Field(1, "kept", .blob, .personal),
                Field(2, "merged", .blob, .personal),
                Field(3, "merged_at", .integer, .personal),
                Field(4, "merged_by", .text, .personal),
                Field(5, "undone_at", .integer, .personal),
                Field(6, "undone_by", .text, .personal),
                // The values of the kept file that the merge replaced, as JSON, to put them back.
                Field(7, "replaced", .text, .personal),
            ]
        ),
        // A file that goes to another landlord, or came from one, with the person's consent.
        RecordCollection(
            "transfer",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "landlord", .text, .personal),
                Field(3, "state", .text, .personal),
                Field(4, "consented_on", .text, .personal),
                Field(5, "mode", .text, .personal),
                Field(6, "fields", .text, .personal),
                Field(7, "noted_by", .text, .personal),
                Field(8, "pack", .blob, .personal),
                Field(9, "moved_at", .integer, .personal),
            ]
        ),
        RecordCollection(
            "duplicate_decision",
            fields: [
                Field(1, "first", .blob, .personal),
                Field(2, "second", .blob, .personal),
                Field(3, "status", .text, .personal),
                Field(4, "decided_by", .text, .personal),
            ]
        ),
        RecordCollection(
            "erp_conflict",
            indexes: ["tenant"],
            fields: [
                Field(1, "tenant", .blob, .personal),
                Field(2, "field", .text, .personal),
                Field(3, "erp_value", .text, .personal),
                Field(4, "status", .text, .personal),
                Field(5, "decided_by", .text, .personal),
            ]
        ),
        RecordCollection(
            "journal",
            fields: [
                Field(1, "at", .integer, .personal),
                Field(2, "what", .text, .personal),
                Field(3, "subject", .blob, .personal),
                Field(4, "by", .text, .personal),
                Field(5, "counts", .text, .technical),
            ]
        ),
    ]
}
