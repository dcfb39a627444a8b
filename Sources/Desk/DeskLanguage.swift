import Foundation
import Statistics
import Tenancy
import WebPages

/// A language of the desk, with its words and its way of writing numbers and days.
package enum DeskLanguage: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"

    /// The words of the pages, by their names in the templates.
    package var words: [String: String] { self == .french ? Self.frenchWords : Self.englishWords }

    private static let frenchWords = PageWords.read(PackageResources.french_txt)
    private static let englishWords = PageWords.read(PackageResources.english_txt)

    /// A word by its name; the name itself where there is none, which a test looks for.
    func word(_ name: String) -> String { words[name] ?? name }

    /// A sentence in which names in braces give way to what they stand for.
    func word(_ name: String, _ values: [String: String]) -> String {
        values.reduce(word(name)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// « 1 inscrit », « 24 inscrits »: the word holds both forms, with a bar between.
    func count(_ number: Int, _ name: String) -> String {
        let forms = word(name).split(separator: "|").map(String.init)
        let isOne = self == .french ? abs(number) < 2 : number == 1
        let form = isOne ? forms.first : forms.last
        return FrenchText.integer(number) + FrenchText.space + (form ?? name)
    }

    func day(_ day: CalendarDay) -> String { self == .french ? day.frenchText : day.isoText }

    /// « 14:05 », in France.
    func hour(_ milliseconds: UInt64) -> String {
        String(FrenchTime.text(milliseconds).suffix(5))
    }

    /// « 12/02/2026 14:05 ».
    func moment(_ milliseconds: UInt64) -> String {
        guard let day = FrenchTime.day(of: milliseconds) else { return "?" }
        return self.day(day) + " " + hour(milliseconds)
    }

    /// « 87,5 % (21 / 24) ».
    func rate(_ rate: Rate) -> String { share(rate) }

    /// « 30,5 % (640 / 2 100) ».
    func share(_ share: some Share) -> String {
        guard self == .english else { return share.text }
        return share.text.replacing(",", with: ".").replacing(Rate.withoutObject, with: "n/a")
    }

    func label(_ kind: RateKind) -> String {
        self == .french ? kind.frenchLabel : kind.englishName
    }
}
