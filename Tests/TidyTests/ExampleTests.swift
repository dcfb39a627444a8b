import Foundation
import Testing

/// The page for other developers shows code that is compiled and run.
struct ExampleTests {
    /// The lines of code without their indentation.
    private static func bare(_ text: some StringProtocol) -> String {
        text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined(separator: "\n")
    }

    private static func missing(in page: String, from files: [SourceTree.File]) -> [String] {
        let code = files.map { bare($0.text) }
        return page.components(separatedBy: "```swift\n").dropFirst().compactMap { rest in
            let block = bare(rest.components(separatedBy: "\n```")[0])
            return code.contains { $0.contains(block) } ? nil : block
        }
    }

    @Test func `every piece of code on the page is the example's`() throws {
        let files = try SourceTree("Tests/ExampleVisits").files
        let page = try SourceTree.text("Docs/api.md")
        #expect(page.components(separatedBy: "```swift\n").count > 6)
        #expect(Self.missing(in: page, from: files) == [])
    }

    @Test func `a planted piece is found`() throws {
        let page = "```swift\nlet planted = 1\n```\n"
        let files = try SourceTree("Tests/ExampleVisits").files
        #expect(Self.missing(in: page, from: files) == ["let planted = 1"])
    }

    @Test func `the example imports nothing of the rest of the house`() throws {
        let allowed: Set<String> = [
            "Causality", "Records", "Seams", "ReplicaStore", "Exchange", "FolderExchange",
            "Foundation", "GRDB", "Testing", "ExampleVisits",
        ]
        for file in try SourceTree("Tests/ExampleVisits").files {
            #expect(Set(file.imports).subtracting(allowed) == [], "\(file.path)")
            #expect(!file.text.contains("@testable"))
        }
    }
}
