/// Telephone numbers in the ranges that ARCEP keeps for fiction: nobody can be called on them.
package enum FictionalPhone {
    /// What mobile numbers begin with.
    package static let mobile = "06 39 98"

    /// What landline numbers begin with, the north of the country first.
    package static let landlines = ["03 53 01", "01 99 00", "02 61 91", "04 65 71", "05 36 49"]

    /// Four tenants in five give a mobile number, and most landlines are of the region.
    static func draw(from random: inout SeededGenerator) -> String {
        let start: String
        if random.chance(80) {
            start = mobile
        } else if random.chance(80) {
            start = landlines[0]
        } else {
            start = random.pick(landlines)
        }
        let end = random.below(10_000).padded(to: 4)
        return "\(start) \(end.prefix(2)) \(end.suffix(2))"
    }
}
