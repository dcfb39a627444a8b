/// Why a store took a new replica id.
public enum IdentityReason: String, Hashable, Sendable {
    /// The file is a copy of the one that bore the old id.
    case copied
    /// An older state of the file was put back in its place.
    case putBack = "put-back"
    /// The file that stands witness beside the store is gone.
    case witnessLost = "witness-lost"
    /// A backup was restored.
    case restored
    /// The others know writes under the old id that this store never made.
    case forked
}
