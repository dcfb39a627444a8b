/// A part of a whole that never goes without its two numbers.
package protocol Share {
    var numerator: Int { get }
    var denominator: Int { get }
}

extension Share {
    /// The share in parts of `scale`, rounded half up on integers; nil without a denominator.
    package func parts(per scale: Rate.Scale) -> Int? {
        guard denominator > 0 else { return nil }
        return (2 * numerator * scale.rawValue + denominator) / (2 * denominator)
    }
}
