/// What people call a device: « poste 3 ».
///
/// A number, so that nobody's name can stand there.
package struct Station: Hashable, Sendable {
    package let number: UInt64

    package init?(number: UInt64) {
        guard (1...MembershipLimits.station).contains(number) else { return nil }
        self.number = number
    }
}

extension Station: CustomStringConvertible {
    package var description: String { "poste \(number)" }
}
