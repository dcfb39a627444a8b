/// The name of one device in its landlord's membership: 128 random bits, kept for its whole life.
///
/// A replica that was copied or restored takes a new ``ReplicaID``; the device stays the same.
package struct DeviceID: Hashable, Sendable {
    package static let length = 16

    /// The sixteen bytes.
    package let bytes: [UInt8]

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = Array(bytes)
    }

    /// The name under which the owner of a key signs that is in no membership log: the hub.
    package init(of key: VerifyingKey) {
        bytes = Array(Digest256(of: key.bytes, as: .hubName).bytes.prefix(Self.length))
    }
}

extension DeviceID: Comparable {
    package static func < (left: DeviceID, right: DeviceID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension DeviceID: CustomStringConvertible {
    /// The name as thirty-two hexadecimal digits.
    package var description: String {
        bytes.hexadecimal
    }
}
