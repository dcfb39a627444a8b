import GRDB
import HubWire

/// Writes that wait for each other: all that came during one commit go into the next one, and each is
/// answered only after it.
actor CommitGroup {
    private typealias Answer = @Sendable () -> Void

    private struct Job {
        /// Does the work; what to do once it lasts.
        let work: @Sendable (Database) throws -> Answer
        let fail: @Sendable (any Error) -> Void
    }

    private let queue: DatabaseQueue
    /// Told after a commit, before anybody is answered.
    private let onCommit: @Sendable () -> Void
    private var waiting: [Job] = []
    private var isWriting = false

    init(_ queue: DatabaseQueue, onCommit: @escaping @Sendable () -> Void) {
        self.queue = queue
        self.onCommit = onCommit
    }

    func run<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job { database in
                let value = try work(database)
                return { continuation.resume(returning: value) }
            } fail: {
                continuation.resume(throwing: $0)
            }
            waiting.append(job)
            guard !isWriting else { return }
            isWriting = true
            Task { await drain() }
        }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let jobs = waiting
            waiting = []
            do {
                let answers = try await queue.write { database in
                    try jobs.map { try Self.attempt($0, database) }
                }
                onCommit()
                for answer in answers { answer() }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
                for job in jobs { job.fail(HubRefusal(.diskFull)) }
            } catch {
                for job in jobs { job.fail(error) }
            }
        }
        isWriting = false
    }

    /// A refusal concerns its own write; any other failure, such as a full disk, all of them.
    private static func attempt(_ job: Job, _ database: Database) throws -> Answer {
        do {
            var answer: Answer = {}
            try database.inSavepoint {
                answer = try job.work(database)
                return .commit
            }
            return answer
        } catch let refusal as HubRefusal {
            return { job.fail(refusal) }
        }
    }
}
