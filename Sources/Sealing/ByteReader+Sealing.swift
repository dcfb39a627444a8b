import BundleFormat

extension ByteReader {
    package mutating func digest() throws(FormatFailure) -> Digest256 {
        guard let digest = Digest256(bytes: try raw(Digest256.length)) else { throw .truncated }
        return digest
    }

    package mutating func device() throws(FormatFailure) -> DeviceID {
        guard let device = DeviceID(bytes: try raw(DeviceID.length)) else { throw .truncated }
        return device
    }

    /// A number that counts things in order, within the range of SQLite's integers.
    package mutating func sequence(
        _ what: String,
        from first: UInt64
    ) throws(FormatFailure) -> UInt64 {
        let number = try varint()
        guard (first...UInt64(Int64.max)).contains(number) else { throw .notCanonical(what) }
        return number
    }

    /// Four bytes, the highest first.
    mutating func fixed32() throws(FormatFailure) -> UInt64 {
        try raw(4).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension ByteWriter {
    mutating func fixed32(_ number: Int) {
        for shift in [24, 16, 8, 0] { byte(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
