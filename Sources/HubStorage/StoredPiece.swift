/// A part of a bundle, and how long the whole is.
package struct StoredPiece: Hashable, Sendable {
    package let bytes: [UInt8]
    package let total: Int
}
