import Dispatch
import Synchronization

/// Waits, on the bench's own thread, for what is asynchronous.
enum Waiting {
    static func of<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let done = DispatchSemaphore(value: 0)
        let result = Mutex<Result<Value, any Error>?>(nil)
        Task.detached {
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
            done.signal()
        }
        done.wait()
        guard let outcome = result.withLock({ $0 }) else {
            throw BenchFailure.wrongWork("nothing was done")
        }
        return try outcome.get()
    }
}
