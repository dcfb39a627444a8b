/// The field under both curves, numbers below p = 2^255 - 19 in little-endian bytes, and the points
/// that anybody could have made.
///
/// The library takes every string of 32 bytes for a key. A low-order point makes a shared secret that
/// is always zero, or a signature that fits every message, so such keys are refused before use.
enum CurveField {
    static let length = 32

    /// Whether the bytes are a number below p.
    static func isCanonical(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == length, let first = bytes.first, let last = bytes.last else {
            return false
        }
        guard last == 0x7F, bytes[1..<31].allSatisfy({ $0 == 0xFF }) else { return last < 0x80 }
        return first < 0xED
    }

    /// The numbers 0, 1 and p - 1: of low order on either curve.
    static let trivial: Set<[UInt8]> = [
        number(first: 0, rest: 0, last: 0),
        number(first: 1, rest: 0, last: 0),
        number(first: 0xEC, rest: 0xFF, last: 0x7F),
    ]

    /// The u of every low-order point of X25519, on the curve and on its twist.
    static let lowOrderU: Set<[UInt8]> = trivial.union([
        [
            0xE0, 0xEB, 0x7A, 0x7C, 0x3B, 0x41, 0xB8, 0xAE, 0x16, 0x56, 0xE3, 0xFA, 0xF1, 0x9F,
            0xC4, 0x6A, 0xDA, 0x09, 0x8D, 0xEB, 0x9C, 0x32, 0xB1, 0xFD, 0x86, 0x62, 0x05, 0x16,
            0x5F, 0x49, 0xB8, 0x00,
        ],
        [
            0x5F, 0x9C, 0x95, 0xBC, 0xA3, 0x50, 0x8C, 0x24, 0xB1, 0xD0, 0xB1, 0x55, 0x9C, 0x83,
            0xEF, 0x5B, 0x04, 0x44, 0x5C, 0xC4, 0x58, 0x1C, 0x8E, 0x86, 0xD8, 0x22, 0x4E, 0xDD,
            0xD0, 0x9F, 0x11, 0x57,
        ],
    ])

    /// The y of every low-order point of Ed25519, whatever the sign of its x.
    static let lowOrderY: Set<[UInt8]> = trivial.union([
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF,
            0x98, 0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88,
            0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10,
            0x67, 0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77,
            0x92, 0xAC, 0x03, 0x7A,
        ],
    ])

    /// Whether the bytes are the one encoding of a u that keeps a secret.
    static func isStrongU(_ bytes: [UInt8]) -> Bool {
        isCanonical(bytes) && !lowOrderU.contains(bytes)
    }

    /// Whether the bytes are the one encoding of a point of Ed25519 that is not of low order.
    ///
    /// The only x that has no sign is 0, of y = 1 and y = p - 1, both of low order.
    static func isStrongPoint(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == length else { return false }
        var y = bytes
        y[31] &= 0x7F
        return isCanonical(y) && !lowOrderY.contains(y)
    }

    private static func number(first: UInt8, rest: UInt8, last: UInt8) -> [UInt8] {
        [first] + [UInt8](repeating: rest, count: length - 2) + [last]
    }
}
