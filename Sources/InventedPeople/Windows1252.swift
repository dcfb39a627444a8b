/// The Western European encoding of Windows, one byte a letter.
enum Windows1252 {
    /// The letters at 0x80 to 0x9F; zero where the page has none.
    private static let high: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The byte of a letter, or nil where the page has none.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x00...0x7F, 0xA0...0xFF: UInt8(scalar.value)
        case 0x80...0x9F: nil
        default: high.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
        }
    }
}
