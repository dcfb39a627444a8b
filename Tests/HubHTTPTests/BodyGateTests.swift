import HubServer
import Synchronization
import Testing

/// Large bodies are in memory a few at a time.
struct BodyGateTests {
    @Test func `no more than the places work at once, and all work in the end`() async {
        let gate = BodyGate(places: 4)
        let (inside, most) = (Mutex(0), Mutex(0))
        let done = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    await gate.run {
                        let now = inside.withLock {
                            $0 += 1
                            return $0
                        }
                        most.withLock { $0 = max($0, now) }
                        try? await Task.sleep(for: .milliseconds(5))
                        inside.withLock { $0 -= 1 }
                        return 1
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(done == 40)
        #expect(most.withLock { $0 } == 4)
    }

    @Test func `a place is free again after a failure`() async {
        struct Failed: Error {}
        let gate = BodyGate(places: 1)
        await #expect(throws: Failed.self) { try await gate.run { throw Failed() } }
        #expect(await gate.run { true })
    }
}
