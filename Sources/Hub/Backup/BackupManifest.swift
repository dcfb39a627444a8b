/// What a backup of the hub holds: its files with their digests, signed by the hub.
struct BackupManifest: Codable, Hashable {
    static let fileName = "backup.json"
    static let signatureName = "backup.json.sig"
    /// The most bytes that are read of it.
    static let largest = 16 << 20

    struct File: Codable, Hashable {
        /// The path within the backup.
        let path: String
        let bytes: Int
        let sha256: String
    }

    var schema = 1
    /// When the copy was made: milliseconds since 1970.
    let madeAt: UInt64
    var files: [File]
}
