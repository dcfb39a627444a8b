import Foundation
import Tenancy
import Testing

struct SearchKeyTests: ImportSuite {
    @Test(arguments: [
        ("", ""), ("  ", ""), ("MARTIN", "martin"), ("Zoé", "zoe"), ("Cœur", "coeur"),
        ("ŒUVRÉ", "oeuvre"), ("Æsir", "aesir"), ("Weiß", "weiss"), ("GROẞ", "gross"),
        ("d’Été", "d ete"), ("D'Été", "d ete"), ("Jean--Paul", "jean paul"),
        ("  N°\u{A0}12,  bis ", "n 12 bis"), ("Ñandú", "nandu"), ("Łukasz", "lukasz"),
        ("Đặng", "dang"), ("İpek", "ipek"), ("Øster", "oster"), ("ﬁnal", "final"),
        ("Юлия Йод", "юлия иод"), ("Ελένη", "ελενη"), ("فاطمة", "فاطمة"), ("🙂", ""),
        ("a🙂b", "a b"), ("Ā̧", "a"),
    ])
    func `a text folds to its search key`(pair: (String, String)) {
        #expect(SearchKey.fold(pair.0) == pair.1)
    }

    @Test func `composed and decomposed texts have one key, which folds to itself`() {
        var random = ImportRandom(seed: 7)
        let letters = Array("aéÈçŒœæßüÿ’' -_.ABCzÑŁøİıẞǅfi9٣यिЙάק")
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...12, using: &random)
            let text = String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
            let key = SearchKey.fold(text)
            #expect(SearchKey.fold(text.decomposedStringWithCanonicalMapping) == key)
            #expect(SearchKey.fold(text.precomposedStringWithCanonicalMapping) == key)
            #expect(SearchKey.fold(key) == key)
            #expect(!key.hasPrefix(" ") && !key.hasSuffix(" ") && !key.contains("  "))
        }
    }

    @Test func `the short way for ASCII agrees with the long way`() {
        var random = ImportRandom(seed: 8)
        for _ in 0..<500 {
            let scalars = (0..<12).map { _ in
                Unicode.Scalar(UInt8.random(in: 0...127, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let short = SearchKey.fold(text)
            #expect(SearchKey.fold(text + "é") == SearchKey.fold(text + "e"))
            #expect(short == SearchKey.fold(text + "\u{301}") || text.isEmpty || short.isEmpty)
        }
    }

    @Test(arguments: [
        ("06 12 34 56 78", "0612345678"), ("+33 6 12 34 56 78", "0612345678"),
        ("0033612345678", "0612345678"), ("33612345678", "0612345678"),
        ("+33 (0)6 12 34 56 78", "0612345678"), ("06.12", "0612"), ("+33 6 1", "061"),
        ("+32 470 12 34 56", "32470123456"), ("abc", ""), ("33", "33"),
    ])
    func `a telephone search key is its digits in national form`(pair: (String, String)) {
        #expect(SearchKey.phone(pair.0) == pair.1)
    }
}
