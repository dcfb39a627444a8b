/// One cell inside a field that holds many: a member of a `set`, or one replica's share of a
/// `counter`.
package struct Element: Hashable, Sendable {
    /// The tag of the field.
    package let tag: UInt8
    /// The member's bytes, or the sixteen bytes of the replica that owns the share.
    package let key: [UInt8]
    /// The sum of the share's increments; 0 in a set.
    package let increments: UInt64
    /// The sum of the share's decrements; 0 in a set.
    package let decrements: UInt64

    package init(tag: UInt8, key: [UInt8], increments: UInt64 = 0, decrements: UInt64 = 0) {
        self.tag = tag
        self.key = key
        self.increments = increments
        self.decrements = decrements
    }

    /// Whether both name the same cell, whatever they hold.
    package func isSameCell(as other: Element) -> Bool { tag == other.tag && key == other.key }

    /// The same cell with the greater of both sums: shares only grow.
    package func merged(with other: Element) -> Element {
        Element(
            tag: tag,
            key: key,
            increments: max(increments, other.increments),
            decrements: max(decrements, other.decrements)
        )
    }
}

extension Element: Comparable {
    package static func < (left: Element, right: Element) -> Bool {
        left.tag == right.tag ? left.key.lexicographicallyPrecedes(right.key) : left.tag < right.tag
    }
}
