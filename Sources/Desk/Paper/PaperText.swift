import Foundation
import Tenancy

/// A text in the letters that the fonts of every PDF reader have (Windows-1252), and how wide it is.
struct PaperText {
    let bytes: [UInt8]
    /// Whether a letter had to give way to another.
    let isLossy: Bool

    init(_ text: String) {
        var (bytes, isLossy) = ([UInt8](), false)
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            if let byte = Self.codes[scalar] {
                bytes.append(byte)
                continue
            }
            // Without its accent the letter may be there; better than nothing, and told.
            isLossy = true
            let plain = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
            bytes.append(plain.flatMap { Self.codes[$0] } ?? UInt8(ascii: "?"))
        }
        (self.bytes, self.isLossy) = (bytes, isLossy)
    }

    private static let codes: [Unicode.Scalar: UInt8] = {
        let bytes = (UInt8(0x20)...0xFF).filter { $0 != 0x7F && !Windows1252.isUndefined($0) }
        var codes = Dictionary(
            uniqueKeysWithValues: bytes.map { (Windows1252.scalar(of: $0), $0) }
        )
        codes["\u{202F}"] = 0xA0
        return codes
    }()

    /// The width of a byte in Helvetica, in thousandths of its size; never less than it is.
    static func width(_ byte: UInt8) -> Int {
        switch byte {
        case 0x20...0x7E: narrow[Int(byte) - 0x20]
        case 0xA0: 278
        case 0xE0...0xFF: 611
        case 0xC0...0xDF: 778
        default: 1_000
        }
    }

    /// The text in lines that are no wider than so many points, broken between words.
    static func wrapped(_ bytes: [UInt8], size: Int, width: Int) -> [[UInt8]] {
        let room = width * 1_000 / size
        var (lines, line, used) = ([[UInt8]](), [UInt8](), 0)
        for word in bytes.split(separator: 0x20, omittingEmptySubsequences: false) {
            for piece in pieces(word, room) {
                let length = piece.reduce(0) { $0 + Self.width($1) }
                if !line.isEmpty, used + 278 + length > room {
                    lines.append(line)
                    (line, used) = ([], 0)
                }
                if !line.isEmpty { line.append(0x20) }
                line += piece
                used += length + 278
            }
        }
        return lines + [line]
    }

    /// A word that is wider than a line is cut.
    private static func pieces(_ word: ArraySlice<UInt8>, _ room: Int) -> [ArraySlice<UInt8>] {
        var (pieces, start, used) = ([ArraySlice<UInt8>](), word.startIndex, 0)
        for index in word.indices {
            let width = width(word[index])
            if used + width > room, index > start {
                pieces.append(word[start..<index])
                (start, used) = (index, 0)
            }
            used += width
        }
        return pieces + [word[start...]]
    }

    private static let narrow = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1_015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
}
