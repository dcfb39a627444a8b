/// How values stand in a file that leaves the store.
enum ExportCells {
    /// « 06 39 98 00 01 »: with its spaces a spreadsheet takes a number of France for text.
    static func phone(_ number: String?) -> String {
        guard let number else { return "" }
        guard number.utf8.count == 10, number.utf8.allSatisfy(Ascii.isDigit) else { return number }
        let digits = Array(number)
        return stride(from: 0, to: 10, by: 2).map { String(digits[$0...($0 + 1)]) }
            .joined(separator: " ")
    }

    static func title(_ title: CivilTitle?) -> String {
        switch title {
        case .monsieur: "M."
        case .madame: "Mme"
        case nil: ""
        }
    }

    static func day(_ day: CalendarDay?) -> String { day?.frenchText ?? "" }

    static func yes(_ answer: Bool) -> String { answer ? "oui" : "non" }
}
