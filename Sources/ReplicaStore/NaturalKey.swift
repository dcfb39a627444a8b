import Crypto
import Records

extension RecordID {
    /// The identity of a row that its own content names, such as one person at one event.
    ///
    /// Two replicas that make the row apart make the same row, so twins merge by themselves. The
    /// identity is a version 8 UUID (RFC 9562) over SHA-256 of the collection and the parts, each
    /// preceded by its length.
    public static func natural(_ collection: String, _ parts: [UInt8]...) -> RecordID {
        var hash = SHA256()
        for part in [Array(collection.utf8)] + parts {
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = 0x80 | bytes[6] & 0x0F
        bytes[8] = 0x80 | bytes[8] & 0x3F
        return RecordID(bytes: bytes) ?? RecordID(milliseconds: 0, random: bytes)
    }
}
