import Records

/// A job, a training or a stay in a firm that somebody may be put in touch with; it is of an event, of
/// a worksite, or of neither.
package struct OpportunityDraft: Sendable {
    package let title: String
    package var romeCode: String?
    package var employer: String?
    package var event: RecordID?
    package var communeCode: String?
    package var kind: OpportunityKind?
    package var contract: String?
    /// How many people are sought.
    package var positions: Int?
    package var worksite: RecordID?

    package init(_ title: String) { self.title = title }
}
