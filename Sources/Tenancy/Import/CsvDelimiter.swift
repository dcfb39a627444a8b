/// The sign between two cells.
package enum CsvDelimiter: UInt8, CaseIterable, Sendable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09

    /// The name that people read.
    package var libelle: String {
        switch self {
        case .semicolon: "point-virgule"
        case .comma: "virgule"
        case .tab: "tabulation"
        }
    }

    /// Finds the sign that stands most often outside quotes in the line that starts here.
    ///
    /// The semicolon wins a tie. Nil when the line has none of the three.
    package static func sniff(_ bytes: [UInt8], from start: Int) -> CsvDelimiter? {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[start...] {
            if byte == Ascii.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == Ascii.lineFeed || byte == Ascii.carriageReturn { break }
            counts[byte, default: 0] += 1
        }
        let found = allCases.filter { counts[$0.rawValue] != nil }
        let most = found.compactMap { counts[$0.rawValue] }.max()
        return found.first { counts[$0.rawValue] == most }
    }
}
