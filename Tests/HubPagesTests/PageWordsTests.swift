import Hub
import HubPages
import Testing

struct PageWordsTests {
    @Test func `both languages have the same words`() {
        let english = Set(PageLanguage.english.words.keys).subtracting(["frenchOnly"])
        #expect(english == Set(PageLanguage.french.words.keys))
        #expect(english.count > 100)
    }

    @Test(arguments: PageTemplate.allCases) func `every word of a template exists`(
        template: PageTemplate
    ) {
        for match in template.text.matches(of: /\{\{t\.([A-Za-z]+)\}\}/) {
            #expect(PageLanguage.french.words[String(match.1)] != nil, "\(match.1)")
        }
    }

    @Test func `no word is without a use`() throws {
        let texts = PageTemplate.allCases.map(\.text).joined()
        let source = try SourceText.all()
        let roles = AccountRole.allCases.map(\.rawValue)
        for word in PageLanguage.french.words.keys where !roles.contains(word) {
            #expect(texts.contains("t.\(word)}}") || source.contains("\"\(word)\""), "\(word)")
        }
    }
}
