/// A stream of choices that follows from one number (SplitMix64; Steele, Lea, Flood, 2014).
package final class Dice {
    private var state: UInt64

    /// Creates the stream of a seed and of the place where it is used: streams of different places
    /// have nothing to do with one another, so that one choice less changes no other.
    package init(_ seed: UInt64, _ places: UInt64...) {
        state = places.reduce(seed) { Dice.mixed($0 &+ 0x9E37_79B9_7F4A_7C15) ^ $1 }
    }

    package func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from 0 up to `bound`, which is left out.
    package func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    package func flip() -> Bool { next() & 1 == 1 }

    package func chance(_ percent: Int) -> Bool { below(100) < percent }

    package func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    package func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 24) }
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
