/// One field of a collection: its column, its merge rule and what it says about a person.
public struct Field: Hashable, Sendable {
    /// The number that stands for the field in clocks and bundles, 1 to 62, never used again.
    public let tag: UInt8
    /// The name of the column.
    public let name: String
    /// The storage class.
    public let type: FieldType
    /// How concurrent versions become one.
    public let rule: MergeRule
    /// What the field says about a person.
    public let privacy: PrivacyClass

    /// Creates a field.
    ///
    /// ```swift
    /// Field(1, "last_name", .text, .personal)
    /// Field(7, "known_institutions", .text, .dimension, .set)
    /// ```
    public init(
        _ tag: UInt8,
        _ name: String,
        _ type: FieldType,
        _ privacy: PrivacyClass,
        _ rule: MergeRule = .latest
    ) {
        self.tag = tag
        self.name = name
        self.type = type
        self.privacy = privacy
        self.rule = rule
    }
}
