/// A source of random bytes.
public protocol Entropy: Sendable {
    /// Returns that many random bytes.
    func bytes(_ count: Int) -> [UInt8]
}
