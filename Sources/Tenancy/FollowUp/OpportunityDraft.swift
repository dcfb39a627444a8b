import Records

/// A job, a training or a stay in a firm that somebody may be put in touch with.
package struct OpportunityDraft: Sendable {
    package let title: String
    package var romeCode: String?
    package var employer: String?
    package var event: RecordID?
    package var communeCode: String?

    package init(_ title: String) { self.title = title }
}
