import Statistics

/// The three lines of a silent landlord: without it, with its last figures, and once it is back.
struct SilenceLines {
    static func line(_ label: String, _ total: BilanTotal, note: String? = nil) -> String {
        func count(_ indicator: Indicator) -> String {
            (total.counts?[indicator]).map(String.init) ?? "?"
        }
        let figures = [Indicator.registered, .registeredPresent, .unknownToInstitutions]
            .map(count).joined(separator: "/")
        let rates = [RateKind.showUp, .unknown]
            .map { total.rate($0)?.text ?? "sans objet" }.joined(separator: " ; ")
        return "\(label) : \(figures) → \(rates)" + (note.map { ", « \($0) »" } ?? "")
    }
}
