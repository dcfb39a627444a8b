import Testing

/// Imports go down the floors only, and the hub knows nothing of tenants.
struct LayeringTests {
    @Test func `every import goes down the floors`() throws {
        let files = try SourceTree("Sources").files
        #expect(files.count > 100)
        #expect(Layering.violations(in: files) == [])
    }

    @Test func `a planted upward import is named`() {
        let planted = SourceTree.File(
            path: "Sources/Causality/Dot.swift",
            text: "import Foundation\npackage import Records\nimport struct Seams.Disk\n"
        )
        #expect(
            Layering.violations(in: [planted]) == [
                "Sources/Causality/Dot.swift: Causality may not import Foundation",
                "Sources/Causality/Dot.swift: Causality may not import Records",
                "Sources/Causality/Dot.swift: Causality may not import Seams",
            ]
        )
    }

    @Test func `the floors have no circle`() {
        var placed: Set<String> = Layering.outside
        var waiting = Set(Layering.allowed.keys)
        while let ready = waiting.sorted().first(where: {
            Layering.allowed[$0, default: []].isSubset(of: placed)
        }) {
            placed.insert(ready)
            waiting.remove(ready)
        }
        #expect(waiting.isEmpty)
    }

    @Test(arguments: ["Hub", "passerelle-hub"])
    func `the hub never reaches Tenancy, directly or through another target`(_ target: String)
        throws
    {
        let reached = Layering.closure(of: target, in: try SourceTree("Sources").files)
        #expect(reached.contains("Statistics"))
        #expect(!reached.contains("Tenancy"))
    }

    @Test(arguments: ["HubStorage", "HubServer", "HubPages", "passerelle-hub"])
    func `the hub reaches no unlocked keys and no trade`(_ target: String) throws {
        let reached = Layering.closure(of: target, in: try SourceTree("Sources").files)
        #expect(reached.contains("Membership"))
        #expect(reached.isDisjoint(with: ["Custody", "Tenancy"]))
    }
}
