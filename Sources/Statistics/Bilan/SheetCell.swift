/// A cell of a flat OpenDocument sheet, with its value in the type that it has.
enum SheetCell {
    case empty
    case text(String)
    case heading(String)
    case integer(Int)
    case day(UTCDay)
    /// A share of something: « sans objet » in words, for it is no number.
    case share(any Share & Sendable)

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
        case .share(let share): Self.cell(share)
        }
    }

    private static func cell(_ share: any Share) -> String {
        guard let value = share.decimalText else { return SheetCell.text(share.percentText).xml }
        return cell(
            "table:style-name=\"taux\" office:value-type=\"percentage\" office:value=\"\(value)\"",
            share.percentText
        )
    }

    private static func cell(_ attributes: String, _ text: String) -> String {
        "<table:table-cell \(attributes)><text:p>\(HTMLText.escaped(text))</text:p></table:table-cell>"
    }
}
