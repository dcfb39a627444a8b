/// One stretch of a delta: its header or a block of rows, compressed by itself.
package enum Section {
    package static let endMark: UInt8 = 0
    package static let storedMark: UInt8 = 1
    package static let zstdMark: UInt8 = 2

    /// Writes a section, compressed where that is shorter and within the bound of expansion.
    package static func write(_ raw: [UInt8], into writer: inout ByteWriter) throws(FormatFailure) {
        try check(UInt64(raw.count))
        guard let packed = Zstd.compress(raw), packed.count < raw.count,
            DeltaLimits.admits(raw: raw.count, packed: packed.count)
        else {
            writer.byte(storedMark)
            writer.lengthPrefixed(raw)
            return
        }
        writer.byte(zstdMark)
        writer.count(raw.count)
        writer.lengthPrefixed(packed)
    }

    /// The next section, nil at the mark of the end.
    package static func read(_ reader: inout ByteReader) throws(FormatFailure) -> [UInt8]? {
        switch try reader.byte() {
        case endMark:
            guard reader.isAtEnd else { throw .trailingData }
            return nil
        case storedMark:
            let count = try reader.count("a section", limit: DeltaLimits.sectionBytes)
            return Array(try reader.raw(count))
        case zstdMark:
            let count = try reader.varint()
            try check(count)
            let packed = try reader.raw(try reader.count("a frame"))
            guard DeltaLimits.admits(raw: Int(count), packed: packed.count) else {
                let limit = packed.count * DeltaLimits.expansion + DeltaLimits.sectionSlack
                throw .limit(what: "an expansion", value: count, limit: UInt64(limit))
            }
            return try Zstd.decompress(packed, count: Int(count))
        default:
            throw .notCanonical("a mark")
        }
    }

    private static func check(_ count: UInt64) throws(FormatFailure) {
        let limit = UInt64(DeltaLimits.sectionBytes)
        guard count <= limit else { throw .limit(what: "a section", value: count, limit: limit) }
    }
}
