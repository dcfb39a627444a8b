import HubServer
import Testing

/// Large bodies are in memory a few at a time.
struct BodyGateTests {
    /// How many are inside, and the most that were.
    private actor Meter {
        private var inside = 0
        private(set) var most = 0

        func enter() {
            inside += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }

    @Test func `no more than the places work at once, and all work in the end`() async {
        let gate = BodyGate(places: 4)
        let meter = Meter()
        let done = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    await gate.run {
                        await meter.enter()
                        try? await Task.sleep(for: .milliseconds(5))
                        await meter.leave()
                        return 1
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(done == 40)
        #expect(await meter.most == 4)
    }

    @Test func `a place is free again after a failure`() async {
        struct Failed: Error {}
        let gate = BodyGate(places: 1)
        await #expect(throws: Failed.self) { try await gate.run { throw Failed() } }
        #expect(await gate.run { true })
    }
}
