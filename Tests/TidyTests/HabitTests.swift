import Testing

/// Habits of the house that a machine can check.
struct HabitTests {
    /// What library code never calls, and what it does instead.
    private static let banned = [
        "Date()": "take the time from a WallClock", "UUID()": "draw bytes from an Entropy",
        "SystemRandomNumberGenerator": "draw bytes from an Entropy",
        "try!": "handle the error", "fatalError(": "throw", "as!": "cast with as?",
        "rehearsal": "take a cost that protects", "FIXME": "mend it",
        "TODO": "do it or write it on an issue", "print(": "return a value",
    ]

    private static func findings(_ files: [SourceTree.File]) -> [String] {
        files.flatMap { file in
            banned.sorted { $0.key < $1.key }.compactMap { call, remedy in
                if call == "print(", file.target.hasPrefix("passerelle") { return nil }
                // The one place where the machine's own random source is named.
                if file.target == "HostSystem", call.hasPrefix("System") { return nil }
                // The one place where the cost of simulated worlds is named.
                if file.path.hasPrefix("Sources/Sealing/KeyDerivation"), call == "rehearsal" {
                    return nil
                }
                let holds = file.lines.contains { line in
                    names(line, call) && !line.drop { $0 == " " }.hasPrefix("//")
                }
                return holds ? "\(file.path): \(call) – \(remedy)" : nil
            }
        }
    }

    /// Whether a line holds the call as a word of its own: `birthDate()` is not `Date()`.
    private static func names(_ line: Substring, _ call: String) -> Bool {
        line.ranges(of: call).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber && before != "_"
        }
    }

    @Test func `no library takes the time, randomness or an easy way out`() throws {
        #expect(Self.findings(try SourceTree("Sources").files) == [])
    }

    @Test func `the check finds what it looks for`() {
        let planted = SourceTree.File(
            path: "Sources/Statistics/X.swift",
            text: "let now = Date()\nlet x = try! f()\n"
        )
        #expect(
            Self.findings([planted]) == [
                "Sources/Statistics/X.swift: Date() – take the time from a WallClock",
                "Sources/Statistics/X.swift: try! – handle the error",
            ]
        )
    }

    @Test func `no source file is longer than 400 lines, data apart`() throws {
        let long = try SourceTree("Sources").files
            .filter { !$0.path.contains("/Data/") && $0.lines.count > 400 }.map(\.path)
        #expect(long == [])
    }

    @Test func `nothing lies at the top level but what belongs there`() throws {
        let agreed: Set = [
            "Docs", "Package.swift", "README.md", "Sources", "Tests", "sync-fixtures",
        ]
        // What the package manager writes is kept out of commits.
        #expect(try SourceTree.topLevel().subtracting(["Package.resolved"]) == agreed)
    }

    @Test func `a type never bears the name of its module`() throws {
        for file in try SourceTree("Sources").files {
            for kind in ["struct", "class", "enum", "actor", "protocol"] {
                #expect(!file.text.contains("\(kind) \(file.target) "), "\(file.path)")
            }
        }
    }
}
