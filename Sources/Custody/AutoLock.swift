import ReplicaStore
import Sealing
import Seams

/// The keys of a device for a program that stays open: they lock by themselves when nobody used them
/// for a while, and whenever the clock jumps back.
///
/// It belongs to one task at a time.
package final class AutoLock {
    /// How long the keys stay open unused, in milliseconds: ten minutes.
    package static let usualPatience: UInt64 = 600_000

    private let folder: String
    private let patience: UInt64
    private let derivation: KeyDerivation
    private let environment: ReplicaEnvironment
    private var custody: DeviceCustody?
    private var usedAt: UInt64 = 0

    package init(
        in folder: String,
        after patience: UInt64 = usualPatience,
        costing derivation: KeyDerivation = .standard,
        _ environment: ReplicaEnvironment
    ) {
        self.folder = folder
        self.patience = patience
        self.derivation = derivation
        self.environment = environment
    }

    /// Whether the keys are in the memory.
    package var isOpen: Bool { custody != nil }

    /// Opens the keys with a passphrase.
    package func unlock(with typed: String) throws {
        try lock()
        custody = try DeviceCustody.unlock(
            in: folder,
            with: typed,
            costing: derivation,
            environment
        )
        usedAt = environment.clock.now()
    }

    /// Works with the keys, and puts off their locking.
    ///
    /// - Throws: `CustodyError` with `locked` where they are locked, or have been unused too long.
    package func use<Result>(_ body: (DeviceCustody) throws -> Result) throws -> Result {
        try lockIfIdle()
        guard let custody else { throw Self.isLocked }
        usedAt = environment.clock.now()
        return try body(custody)
    }

    /// Locks where it is time: for a timer, so that keys nobody uses leave the memory.
    package func lockIfIdle() throws {
        let now = environment.clock.now()
        guard now < usedAt || now - usedAt >= patience else { return }
        try lock()
    }

    /// Forgets the keys.
    package func lock() throws {
        defer { custody = nil }
        try custody?.close()
    }

    private static let isLocked = CustodyError(
        .locked,
        "the keys are locked: type the passphrase again"
    )
}
