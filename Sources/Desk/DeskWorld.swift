import Custody
import Exchange
import ReplicaStore
import Sealing
import Seams
import Tenancy

/// What the desk needs of the machine.
package struct DeskWorld: Sendable {
    /// One exchange with the hub at an address, by its key where it is met for the first time.
    ///
    /// It throws ``HubUnreachable`` where the hub was not met.
    package typealias HubExchange =
        @Sendable (
            DeviceCustody, LandlordStore, RegionSync, _ address: String, _ key: String?
        ) throws -> SyncReport

    let environment: ReplicaEnvironment
    /// The folder of an exchange, such as a USB key.
    let disk: @Sendable (_ path: String) -> any Disk
    /// The road to the hub; nil where there is none.
    let hub: HubExchange?
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
        hub: HubExchange? = nil,
        spool: @escaping @Sendable (_ folder: String) throws -> any Spool,
        costing derivation: KeyDerivation = .standard,
        lockingAfter patience: UInt64,
        onCode: @escaping @Sendable (String) -> Void
    ) {
        self.environment = environment
        self.disk = disk
        self.hub = hub
        self.spool = spool
        self.derivation = derivation
        self.patience = patience
        self.onCode = onCode
    }
}
