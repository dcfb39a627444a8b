/// What a field says about a person, and so where it may go.
public enum PrivacyClass: String, Hashable, Sendable, Codable {
    /// Says who somebody is or what was done with them: never leaves the landlord's partition.
    case personal
    /// Says something that the law protects more: never leaves, and is never exported by default.
    case sensitive
    /// A coarse dimension that may enter a count.
    case dimension
    /// Holds the system together and says nothing about a person.
    case technical

    /// Whether the field concerns a person.
    public var concernsAPerson: Bool { self == .personal || self == .sensitive }
}
