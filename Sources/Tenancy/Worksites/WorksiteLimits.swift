/// What is taken for a slip of the hand.
enum WorksiteLimits {
    /// The most hours of one worksite.
    static let hours = 100_000_000
    /// The most hours that are added at once.
    static let step = 100_000
    static let nameBytes = 200
}
