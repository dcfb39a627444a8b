import BundleFormat

/// A delta of format 1 as its sections before compression: what has one canonical form.
struct RawDelta: Hashable {
    var sections: [[UInt8]]

    init(_ sections: [[UInt8]]) { self.sections = sections }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        _ = try reader.byte()
        sections = []
        while let section = try Section.read(&reader) { sections.append(section) }
    }

    /// The delta with every section stored as it is.
    var stored: [UInt8] {
        var writer = ByteWriter()
        writer.byte(DeltaWriter.version)
        for section in sections {
            writer.byte(Section.storedMark)
            writer.lengthPrefixed(section)
        }
        writer.byte(Section.endMark)
        return writer.bytes
    }
}
