/// What a deletion means to an edit that it did not see.
public enum DeleteRule: String, Hashable, Sendable, Codable {
    /// The edit wins: the whole row comes back.
    case editWins
    /// The deletion wins: the row stays away.
    case deleteWins
}
