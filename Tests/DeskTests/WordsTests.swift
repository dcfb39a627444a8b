import Desk
import Foundation
import Testing

struct WordsTests {
    private static func source() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Desk")
        let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var text = ""
        while let url = walker?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            text += try String(contentsOf: url, encoding: .utf8)
        }
        return text
    }

    @Test func `both languages have the same words`() {
        let french = Set(DeskLanguage.french.words.keys)
        #expect(Set(DeskLanguage.english.words.keys) == french)
        #expect(french.count > 100)
    }

    @Test func `both languages put the same things into their sentences`() {
        for (name, text) in DeskLanguage.french.words {
            let english = DeskLanguage.english.words[name] ?? ""
            let places = { (text: String) in Set(text.matches(of: /\{[a-z]+\}/).map(\.output)) }
            #expect(places(text) == places(english), "\(name)")
            #expect(text.contains("|") == english.contains("|"), "\(name)")
        }
    }

    @Test(arguments: DeskTemplate.allCases) func `every word of a template exists`(
        template: DeskTemplate
    ) {
        for match in template.text.matches(of: /\{\{t\.([A-Za-z-]+)\}\}/) {
            #expect(DeskLanguage.french.words[String(match.1)] != nil, "\(match.1)")
        }
    }

    @Test(arguments: DeskTemplate.allCases) func `every form bears its token, and no page a script`(
        template: DeskTemplate
    ) {
        for form in template.text.split(separator: "<form ").dropFirst()
        where !form.contains("action=\"/ouvrir\"") {
            #expect(form.contains("name=\"jeton\" value=\"{{jeton}}\""), "\(form.prefix(60))")
        }
        #expect(!template.text.contains("<script>") && !template.text.contains(" style="))
        #expect(template.text.firstMatch(of: /\son[a-z]+=/) == nil)
        #expect(!template.text.contains("{{{") || template == .cadre)
    }

    @Test func `no word is without a use`() throws {
        let texts = DeskTemplate.allCases.map(\.text).joined()
        let source = try Self.source()
        let families = [
            "tick-", "mark-", "do-", "state-", "method-", "event-", "status-", "count-", "of-",
            "notice-", "reason-", "known-", "referral-", "title-", "field-", "match-", "offer-",
            "need-", "barrier-", "level-", "outcome-", "purpose-", "told-", "mode-", "list-",
            "act-", "kind-", "revoked-", "right-", "export-",
        ]
        for word in DeskLanguage.french.words.keys
        where !families.contains(where: word.hasPrefix) {
            #expect(texts.contains("t.\(word)}}") || source.contains("\"\(word)\""), "\(word)")
        }
        for family in families { #expect(source.contains("\"\(family)"), "\(family)") }
    }
}
