/// How the bytes of the file stand for characters.
package enum TextEncoding: String, Sendable {
    case utf8
    case utf8WithMark
    case windows1252

    /// The mark that some spreadsheets put before UTF-8 text.
    package static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the text begins.
    package var firstByte: Int { self == .utf8WithMark ? Self.utf8Mark.count : 0 }

    /// The name that people read.
    package var libelle: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithMark: "UTF-8 avec marque d’ordre (BOM)"
        case .windows1252: "Windows-1252"
        }
    }
}
