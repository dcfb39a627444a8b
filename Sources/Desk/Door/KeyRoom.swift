import Custody
import ReplicaStore
import Sealing
import Seams
import Synchronization

/// The keys of this device behind the passphrase: while they are locked the desk shows nobody.
final class KeyRoom: Sendable {
    private struct Attempts {
        var failures = 0
        /// The moment before which no passphrase is tried.
        var closedUntil: UInt64 = 0
    }

    /// So many wrong passphrases cost nothing but their own time.
    private static let free = 3
    private static let longestPause: UInt64 = 60_000

    private let environment: ReplicaEnvironment
    private let lock: Mutex<AutoLock>
    private let isOpen = Mutex(false)
    private let attempts = Mutex(Attempts())

    init(
        in folder: String,
        after patience: UInt64,
        costing derivation: KeyDerivation,
        _ environment: ReplicaEnvironment
    ) {
        self.environment = environment
        lock = Mutex(AutoLock(in: folder, after: patience, costing: derivation, environment))
    }

    /// Whether the keys are open, which puts off their locking.
    func touch() -> Bool {
        let answer = lock.withLockIfAvailable { lock in (try? lock.use { _ in true }) ?? false }
        // Somebody works with them at this moment.
        guard let answer else { return isOpen.withLock { $0 } }
        isOpen.withLock { $0 = answer }
        return answer
    }

    /// Tries a passphrase; the milliseconds to wait instead, where too many were wrong.
    func unlock(with typed: String) throws -> UInt64 {
        let pause = try guess { try lock.withLock { try $0.unlock(with: typed) } }
        if pause == 0 { isOpen.withLock { $0 = true } }
        return pause
    }

    /// Puts the keys under another passphrase; guessing the old one costs what unlocking does.
    func changePassphrase(from old: String, to new: String) throws -> UInt64 {
        try guess { try use { try $0.changePassphrase(from: old, to: new) } }
    }

    /// Does what a passphrase opens; the milliseconds to wait instead, where too many were wrong.
    private func guess(_ work: () throws -> Void) throws -> UInt64 {
        let now = environment.clock.now()
        let pause = attempts.withLock { $0.closedUntil > now ? $0.closedUntil - now : 0 }
        guard pause == 0 || pause > Self.longestPause else { return pause }
        do {
            try work()
        } catch let error as CustodyError where error.code == .passphrase {
            attempts.withLock { attempts in
                attempts.failures += 1
                let steps = min(max(0, attempts.failures - Self.free), 6)
                attempts.closedUntil =
                    steps == 0 ? 0 : now + min(1_000 << UInt64(steps), Self.longestPause)
            }
            throw error
        }
        attempts.withLock { $0 = Attempts() }
        return 0
    }

    /// Works with the keys.
    func use<Result: Sendable>(
        _ body: @Sendable (DeviceCustody) throws -> Result
    ) throws -> Result {
        try lock.withLock { try $0.use(body) }
    }

    func close() throws {
        isOpen.withLock { $0 = false }
        try lock.withLock { try $0.lock() }
    }

    /// Locks where nobody used them for too long; for a timer.
    func closeIfIdle() {
        let answer = lock.withLockIfAvailable { lock in
            try? lock.lockIfIdle()
            return lock.isOpen
        }
        if answer == false { isOpen.withLock { $0 = false } }
    }
}
