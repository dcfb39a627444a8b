import Dispatch
import Hub
import HubServer
import Synchronization

/// Tries one password at a time: each takes 128 MiB and the better part of a second.
final class LoginQueue: Sendable {
    /// So many may wait.
    private static let most = 16

    private let gate = BodyGate(places: 1)
    private let waiting = Mutex(0)

    /// Does the work in its turn; nil, and nothing done, where too many wait.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result? {
        let isFree = waiting.withLock { waiting in
            guard waiting < Self.most else { return false }
            waiting += 1
            return true
        }
        guard isFree else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return try await gate.run { try await Self.aside(work) }
    }

    /// Does long work away from the threads that answer.
    static func aside<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
