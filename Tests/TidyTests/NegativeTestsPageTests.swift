import Testing

/// The page of the negative tests names tests that exist, and leaves out no number.
struct NegativeTestsPageTests {
    /// A file of tests, and what it calls one of them.
    private struct Named: Hashable {
        let file: String
        let test: String
    }

    /// The tests that a page names: « name » after the file that stands before it in the row.
    private static func named(in page: String) -> [Named] {
        page.split(separator: "\n").flatMap { line in
            var file = ""
            return line.matches(of: /`(Tests\/[^`]+)`|« ([^»]+) »/).compactMap { match -> Named? in
                if let path = match.1 { file = String(path) }
                // What stands before any file is what somebody reads.
                guard !file.isEmpty else { return nil }
                return match.2.map { Named(file: file, test: String($0)) }
            }
        }
    }

    private static func missing(in page: String) -> [String] {
        named(in: page).compactMap { named in
            let text = (try? SourceTree.text(named.file)) ?? ""
            let words = named.file.hasSuffix(".swift") ? "func `\(named.test)`" : "\"\(named.test)"
            return text.contains(words) ? nil : "\(named.file): \(named.test)"
        }
    }

    @Test(arguments: [("Docs/negative-tests.md", 50), ("Docs/hub.md", 15)])
    func `every test on the page exists`(_ page: String, _ least: Int) throws {
        let page = try SourceTree.text(page)
        #expect(Self.named(in: page).count > least)
        #expect(Self.missing(in: page) == [])
    }

    @Test func `every trick of a hub that cheats is on its page`() throws {
        let page = try SourceTree.text("Docs/hub.md")
        let tests = try SourceTree("Tests/HubHTTPTests").files
            .filter { $0.path.contains("/EvilHub") }
            .flatMap { $0.text.matches(of: /func `([^`]+)`/).map { String($0.1) } }
        #expect(tests.count > 10)
        #expect(tests.filter { !page.contains("« \($0) »") } == [])
    }

    @Test func `a planted test is found`() {
        let page = "| 1 | x | `Tests/TidyTests/HabitTests.swift` « no such test » |"
        #expect(Self.missing(in: page) == ["Tests/TidyTests/HabitTests.swift: no such test"])
    }

    @Test func `every number from 1 to 48 is on the page`() throws {
        let cells = try SourceTree.text("Docs/negative-tests.md").split(separator: "\n")
            .compactMap { $0.hasPrefix("| ") ? $0.split(separator: "|").first : nil }
        let numbers = Set(cells.flatMap { $0.matches(of: /[0-9]+/).compactMap { Int($0.output) } })
        #expect(numbers.isSuperset(of: 1...48), "\(Set(1...48).subtracting(numbers).sorted())")
    }
}
