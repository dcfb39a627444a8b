/// Where a bundle stands, and whether it came just now.
package struct Appended: Hashable, Sendable {
    package let position: UInt64
    package let isNew: Bool
}
