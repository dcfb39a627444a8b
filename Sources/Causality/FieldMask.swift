/// A set of cells of one row, one bit each: bit 0 is the row itself, bits 1 to 62 are its fields by
/// tag, bit 63 is the mark of deletion.
package struct FieldMask: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The row itself: every write of a row touches it, so that a write which only removes still
    /// leaves a live dot behind.
    package static let row = FieldMask(rawValue: 1)

    /// The mark of deletion.
    package static let deletion = FieldMask(rawValue: 1 << 63)

    /// The field with that tag, 1 to 62.
    package static func field(_ tag: UInt8) -> FieldMask {
        FieldMask(rawValue: 1 << UInt64(tag))
    }

    /// Whether the row alone is in the set.
    package var isMark: Bool { self == .row }

    /// The fields alone, without the row and the mark of deletion.
    package var content: FieldMask { subtracting([.row, .deletion]) }

    /// The tags of the fields in the set, ascending.
    package var tags: [UInt8] {
        var rest = content.rawValue
        var tags: [UInt8] = []
        while rest != 0 {
            tags.append(UInt8(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
        return tags
    }
}
