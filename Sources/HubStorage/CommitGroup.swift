import GRDB
import HubWire

/// Writes that wait for each other: all that came during one commit go into the next one, and each is
/// answered only after it.
actor CommitGroup {
    private struct Job {
        let work: @Sendable (Database) throws -> UInt64
        let answer: CheckedContinuation<UInt64, any Error>
    }

    private let queue: DatabaseQueue
    private var waiting: [Job] = []
    private var isWriting = false

    init(_ queue: DatabaseQueue) { self.queue = queue }

    func run(_ work: @escaping @Sendable (Database) throws -> UInt64) async throws -> UInt64 {
        try await withCheckedThrowingContinuation { answer in
            waiting.append(Job(work: work, answer: answer))
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
                let works = jobs.map(\.work)
                let results = try await queue.write { database in
                    try works.map { try Self.attempt($0, database) }
                }
                for (job, result) in zip(jobs, results) { job.answer.resume(with: result) }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
                for job in jobs { job.answer.resume(throwing: HubRefusal(.diskFull)) }
            } catch {
                for job in jobs { job.answer.resume(throwing: error) }
            }
        }
        isWriting = false
    }

    /// A refusal concerns its own write; any other failure, such as a full disk, all of them.
    private static func attempt(
        _ work: (Database) throws -> UInt64,
        _ database: Database
    ) throws -> Result<UInt64, any Error> {
        do {
            var value: UInt64 = 0
            try database.inSavepoint {
                value = try work(database)
                return .commit
            }
            return .success(value)
        } catch let refusal as HubRefusal {
            return .failure(refusal)
        }
    }
}
