/// A statement on its way to the hub, with the place that it comes from.
package struct Delivery: Sendable, Hashable {
    package let origin: String
    package let bytes: [UInt8]
    /// The landlord that the transport authenticated, where it did.
    package let sender: String?

    package init(origin: String, bytes: [UInt8], sender: String? = nil) {
        self.origin = origin
        self.bytes = bytes
        self.sender = sender
    }
}
