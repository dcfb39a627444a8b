import Foundation

/// A language of the pages, with its words and its way of writing numbers.
package enum PageLanguage: String, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The words of the pages, by their names in the templates.
    package var words: [String: String] { self == .french ? Self.frenchWords : Self.englishWords }

    /// A word by its name; the name itself where there is none, which a test looks for.
    func word(_ name: String) -> String { words[name] ?? name }

    private static let frenchWords = read(PackageResources.french_txt)
    private static let englishWords = read(PackageResources.english_txt)

    private static func read(_ bytes: [UInt8]) -> [String: String] {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            guard let sign = line.firstRange(of: " = ") else { return nil }
            return (String(line[..<sign.lowerBound]), String(line[sign.upperBound...]))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
