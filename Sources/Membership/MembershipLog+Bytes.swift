import BundleFormat
import Sealing

extension MembershipLog {
    /// The log as bytes: the same log is always the same bytes.
    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.raw(Self.magic)
        writer.byte(Self.version)
        writer.count(entries.count)
        for entry in entries { writer.lengthPrefixed(entry.bytes) }
        return writer.bytes
    }

    /// Reads a log and checks every entry.
    package init(_ bytes: [UInt8]) throws(MembershipFailure) {
        try self.init(try Self.entries(bytes))
    }

    /// Reads the entries of a log and the signature of each, but not whether they follow each other.
    static func entries(_ bytes: [UInt8]) throws(MembershipFailure) -> [MembershipEntry] {
        guard bytes.count > magic.count else { throw .bytes(.tooShort) }
        guard bytes.starts(with: magic) else { throw .bytes(.badMagic) }
        guard bytes[magic.count] == version else {
            throw .bytes(.unsupportedVersion(UInt64(bytes[magic.count])))
        }
        let limit = UInt64(MembershipLimits.log)
        guard bytes.count <= MembershipLimits.log else {
            throw .bytes(.limit(what: "the log", value: UInt64(bytes.count), limit: limit))
        }
        var reader = ByteReader(bytes, from: magic.count + 1, to: bytes.count)
        var entries: [MembershipEntry] = []
        for _ in 0..<(try count(&reader, "entries", MembershipLimits.entries)) {
            let length = try count(&reader, "an entry", MembershipLimits.entry)
            let entry = try MembershipFailure.naming { () throws(FormatFailure) in
                try reader.raw(length)
            }
            entries.append(try MembershipEntry(Array(entry)))
        }
        guard reader.isAtEnd else { throw .bytes(.trailingData) }
        return entries
    }

    private static func count(
        _ reader: inout ByteReader,
        _ what: String,
        _ limit: Int
    ) throws(MembershipFailure) -> Int {
        try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.count(what, limit: limit)
        }
    }
}
