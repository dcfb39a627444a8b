import ReplicaStore
import Sealing
import Seams

/// What the desk needs of the machine.
package struct DeskWorld: Sendable {
    let environment: ReplicaEnvironment
    /// The folder of an exchange, such as a USB key.
    let disk: @Sendable (_ path: String) -> any Disk
    /// A file without a name in a folder, for what is too large for memory.
    let spool: @Sendable (_ folder: String) throws -> any Spool
    /// Told every code that opens a session, to show it where the desk was started.
    let onCode: @Sendable (String) -> Void
    /// What a guess at the passphrase costs.
    let derivation: KeyDerivation
    /// How long the keys stay open unused, in milliseconds.
    let patience: UInt64

    package init(
        _ environment: ReplicaEnvironment,
        disk: @escaping @Sendable (_ path: String) -> any Disk,
        spool: @escaping @Sendable (_ folder: String) throws -> any Spool,
        costing derivation: KeyDerivation = .standard,
        lockingAfter patience: UInt64,
        onCode: @escaping @Sendable (String) -> Void
    ) {
        self.environment = environment
        self.disk = disk
        self.spool = spool
        self.derivation = derivation
        self.patience = patience
        self.onCode = onCode
    }
}
