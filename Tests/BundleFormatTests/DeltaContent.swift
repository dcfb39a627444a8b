import BundleFormat
import Causality
import Records

/// All that a delta says, as a value: written, read back and compared.
struct DeltaContent: Hashable {
    struct Group: Hashable {
        var name: String
        var rows: [RowDelta]
    }

    var header: DeltaHeader
    var collections: [Group] = []

    init(_ header: DeltaHeader, _ collections: [Group] = []) {
        self.header = header
        self.collections = collections
    }

    init(_ bytes: [UInt8]) throws {
        var reader = try DeltaReader(bytes)
        header = reader.header
        while let step = try reader.next() {
            switch step {
            case .collection(let name): collections.append(Group(name: name, rows: []))
            case .row(let row): collections[collections.count - 1].rows.append(row)
            }
        }
    }

    func bytes() throws -> [UInt8] {
        var writer = try DeltaWriter(header)
        for group in collections {
            try writer.beginCollection(group.name)
            for row in group.rows {
                var next = row.values.startIndex
                try writer.append(id: row.id.bytes, clock: row.clock, isWhole: row.isWhole) {
                    _,
                    _ in
                    defer { next += 1 }
                    return row.values[next]
                }
            }
        }
        return try writer.finish()
    }

    /// Why the bytes are no delta, nil where they are one.
    static func failure(_ bytes: [UInt8]) -> FormatFailure? {
        do {
            _ = try DeltaContent(bytes)
            return nil
        } catch {
            return error as? FormatFailure
        }
    }
}
