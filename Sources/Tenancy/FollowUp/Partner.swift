import Records

/// Somebody to whom a person can be sent.
package struct Partner: Hashable, Sendable {
    package let id: RecordID
    package let kind: PartnerKind
    package let name: String
    package let communeCode: String?
}
