/// The one-byte encoding of French spreadsheets: Latin-1, but for bytes 80 to 9F.
package enum Windows1252 {
    // Zero stands for the five bytes that mean nothing: 81, 8D, 8F, 90 and 9D.
    private static let upperControls: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    package static func isUndefined(_ byte: UInt8) -> Bool {
        (0x80...0x9F).contains(byte) && upperControls[Int(byte) - 0x80] == 0
    }

    /// The character of a byte; an undefined byte gives the replacement character.
    package static func scalar(of byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let value = upperControls[Int(byte) - 0x80]
        return Unicode.Scalar(value == 0 ? 0xFFFD : value) ?? "\u{FFFD}"
    }
}
