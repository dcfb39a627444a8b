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

    @Test func `every test on the page exists`() throws {
        let page = try SourceTree.text("Docs/negative-tests.md")
        #expect(Self.named(in: page).count > 50)
        #expect(Self.missing(in: page) == [])
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
