/// Stands for SHA-256 while fuzzing, so that changed envelopes pass their digest.
enum SHA256 {
    static func hash(data: some Sequence<UInt8>) -> [UInt8] { [UInt8](repeating: 0, count: 32) }
}
