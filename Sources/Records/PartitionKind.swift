/// Whose data a store holds, and so what may stand in it.
public enum PartitionKind: String, Hashable, Sendable, Codable {
    /// One landlord's people: read by that landlord's devices only.
    case landlord
    /// What the whole region shares: no field about a person is admitted.
    case region
    /// One landlord's statements on their way to the hub: counts only.
    case upward

    /// Whether a field of that class may be declared in a partition of this kind.
    public func admits(_ privacy: PrivacyClass) -> Bool {
        self == .landlord || !privacy.concernsAPerson
    }
}
