/// A refusal on record.
package struct Refusal: Sendable, Hashable {
    package let origin: String
    package let reason: String
}
