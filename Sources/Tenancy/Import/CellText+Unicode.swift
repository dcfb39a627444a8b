import Foundation

extension CellText {
    package static func cleanUnicode(_ content: [UInt8], encoding: TextEncoding) -> String {
        var kept = String.UnicodeScalarView()
        var gap = false
        var isSurelyComposed = true
        for scalar in scalars(of: content, encoding: encoding) {
            switch role(of: scalar) {
            case .space: gap = !kept.isEmpty
            case .dropped: continue
            case .kept:
                if gap { kept.append(" ") }
                gap = false
                kept.append(scalar)
                // No character under U+0300 can combine: text without any other is NFC.
                if scalar.value >= 0x0300 { isSurelyComposed = false }
            }
        }
        let text = String(kept)
        return isSurelyComposed ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func scalars(of content: [UInt8], encoding: TextEncoding) -> [Unicode.Scalar] {
        switch encoding {
        case .windows1252: content.map(Windows1252.scalar)
        case .utf8, .utf8WithMark: Array(String(decoding: content, as: UTF8.self).unicodeScalars)
        }
    }

    private enum Role {
        case kept
        case space
        case dropped
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0: return .space
        case 0x21...0x7E, 0xC0...0x024F: return .kept
        default: break
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        case .control, .format, .surrogate: return .dropped
        default: return .kept
        }
    }
}
