/// A form in which a bilan is written here; each gives the same bytes for the same bilan.
package enum BilanFormat: String, CaseIterable, Sendable {
    case text
    case html
    case csv
    case fods
    case json

    /// The bilan in this form.
    package func render(_ bilan: Bilan) -> [UInt8] {
        switch self {
        case .text: Array(BilanText.render(bilan).utf8)
        case .html: Array(BilanHTML.render(bilan).utf8)
        case .csv: BilanCSV.render(bilan)
        case .fods: Array(BilanSheet.render(bilan).utf8)
        case .json: BilanJSON.render(bilan)
        }
    }

    /// The end of a file's name.
    package var fileExtension: String { self == .text ? "txt" : rawValue }

    /// What a browser is told that it gets.
    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .fods: "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
        case .json: "application/json"
        }
    }
}
