/// The clock of one replica: turns readings of a wall clock into hybrid times.
///
/// Times of other replicas are not taken in. Causality orders whatever has been seen, so the clock
/// only breaks ties, and a laptop set to 2099 must not drag its colleagues there.
package struct HybridClock: Sendable {
    /// How far the wall clock may step back and still be taken for a small correction: one hour.
    package static let steadyWindow: UInt64 = 3_600_000

    /// The last time given out.
    package private(set) var last: HybridTime

    package init(last: HybridTime = HybridTime(rawValue: 0)) { self.last = last }

    /// The time of a write made when the wall clock reads `milliseconds`.
    ///
    /// Times grow while the wall clock is steady. A large step back is a clock that somebody set
    /// right, and is followed.
    package mutating func tick(at milliseconds: UInt64) -> HybridTime {
        let reading = HybridTime(
            rawValue: min(milliseconds, HybridTime.maximumMilliseconds) << 16
        )
        let isSteady = last.milliseconds <= reading.milliseconds.addingClamped(Self.steadyWindow)
        if reading > last || !isSteady {
            last = reading
        } else if last.rawValue < .max {
            last = HybridTime(rawValue: last.rawValue + 1)
        }
        return last
    }
}
