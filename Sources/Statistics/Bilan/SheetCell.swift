/// A cell of a flat OpenDocument sheet, with its value in the type that it has.
enum SheetCell {
    case empty
    case text(String)
    case heading(String)
    case integer(Int)
    case day(UTCDay)
    /// A rate as a share: « sans objet » in words, for it is no number.
    case share(Rate)

    var xml: String {
        switch self {
        case .empty: "<table:table-cell/>"
        case .text(let text): Self.cell("office:value-type=\"string\"", text)
        case .heading(let text):
            Self.cell("table:style-name=\"titre\" office:value-type=\"string\"", text)
        case .integer(let value):
            Self.cell(
                "table:style-name=\"nombre\" office:value-type=\"float\" office:value=\"\(value)\"",
                FrenchText.integer(value)
            )
        case .day(let day):
            Self.cell(
                "table:style-name=\"jour\" office:value-type=\"date\" "
                    + "office:date-value=\"\(day.isoText)\"",
                day.frenchText
            )
        case .share(let rate): Self.cell(rate)
        }
    }

    private static func cell(_ rate: Rate) -> String {
        guard let value = rate.decimalText else { return SheetCell.text(rate.percentText).xml }
        return cell(
            "table:style-name=\"taux\" office:value-type=\"percentage\" office:value=\"\(value)\"",
            rate.percentText
        )
    }

    private static func cell(_ attributes: String, _ text: String) -> String {
        "<table:table-cell \(attributes)><text:p>\(HTMLText.escaped(text))</text:p></table:table-cell>"
    }
}
