import Causality
import Testing

/// Sets of cells against plain sets of numbers.
struct FieldMaskTests {
    /// Bits at the edges and in the middle: the row, fields, the mark of deletion.
    private static let bits: [UInt8] = [0, 1, 2, 31, 32, 61, 62, 63]

    @Test func `a million random pairs of masks agree with sets of tags`() {
        var random = SplitMix64(state: 5)
        var overlaps = 0
        for _ in 0..<Volume.cases {
            let (left, right) = (pick(&random), pick(&random))
            let (one, other) = (mask(left), mask(right))
            if !left.isDisjoint(with: right) { overlaps += 1 }
            guard one.union(other) == mask(left.union(right)),
                one.intersection(other) == mask(left.intersection(right)),
                one.subtracting(other) == mask(left.subtracting(right)),
                one.isSubset(of: other) == left.isSubset(of: right),
                one.content == mask(left.subtracting([0, 63])),
                one.tags == left.subtracting([0, 63]).sorted(),
                one.contains(.row) == left.contains(0), one.isEmpty == left.isEmpty,
                one.contains(.deletion) == left.contains(63)
            else {
                Issue.record("\(left) and \(right)")
                return
            }
        }
        #expect(overlaps > Volume.cases / 2)
    }

    @Test func `all sixty-two tags are fields, neither row nor deletion`() {
        let all = FieldMask((1...62).map(FieldMask.field))
        #expect(all.tags == Array(1...62))
        #expect(all.content == all && all.isDisjoint(with: [.row, .deletion]))
        #expect(all.union([.row, .deletion]).rawValue == .max)
    }

    private func pick(_ random: inout SplitMix64) -> Set<UInt8> {
        let chosen = random.below(256)
        return Set(Self.bits.indices.filter { chosen & (1 << $0) != 0 }.map { Self.bits[$0] })
    }

    private func mask(_ bits: Set<UInt8>) -> FieldMask {
        FieldMask(
            bits.map { bit in
                switch bit {
                case 0: .row
                case 63: .deletion
                default: .field(bit)
                }
            }
        )
    }
}
