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

    /// Takes thirty-two lower-case hexadecimal digits, and no other form.
    package init?(hex text: String) {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count == 2 * Self.length else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
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
