import Seams

/// The randomness of one machine: it follows from the seed and the step, so that a world without one
/// of its steps draws the same elsewhere.
///
/// It is `@unchecked Sendable` because a world runs on one thread.
final class StepEntropy: Entropy, @unchecked Sendable {
    var dice: Dice

    init(_ dice: Dice) { self.dice = dice }

    func bytes(_ count: Int) -> [UInt8] { dice.bytes(count) }
}
