import Dispatch

/// Does what waits for the disk away from the threads that answer, one piece after the other.
struct WorkQueue: Sendable {
    private let queue = DispatchQueue(label: "passerelle.desk")

    func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
