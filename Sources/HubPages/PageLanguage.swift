import Foundation
import WebPages

/// A language of the pages, with its words and its way of writing numbers.
package enum PageLanguage: String, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The words of the pages, by their names in the templates.
    package var words: [String: String] { self == .french ? Self.frenchWords : Self.englishWords }

    /// A word by its name; the name itself where there is none, which a test looks for.
    func word(_ name: String) -> String { words[name] ?? name }

    private static let frenchWords = PageWords.read(PackageResources.french_txt)
    private static let englishWords = PageWords.read(PackageResources.english_txt)
}
