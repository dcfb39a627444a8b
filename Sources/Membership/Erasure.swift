import BundleFormat
import Records
import Sealing

/// An order to erase: a random name, and the digest of the order that says what.
///
/// Nothing in it is personal.
package struct Erasure: Hashable, Sendable {
    package let id: RecordID
    package let order: Digest256

    package init(id: RecordID, order: Digest256) {
        self.id = id
        self.order = order
    }
}
