/// What the ledger decided in one release: with the statements of that night, enough to make it again.
package struct ReleaseRecord: Sendable, Equatable {
    static let schema = 1

    package let number: Int
    package let cutoff: UTCDay
    /// How deep each table came out that did.
    package let moved: [TableID: Int]

    /// The one form of this record in bytes.
    package var canonicalBytes: [UInt8] {
        JSONWriter.bytes(
            of: .object([
                "schema": .integer(Self.schema),
                "number": .integer(number),
                "cutoff_day": .integer(cutoff.number),
                "moved": .object(
                    Dictionary(uniqueKeysWithValues: moved.map { ($0.code, .integer($1)) })
                ),
            ])
        )
    }

    init(number: Int, cutoff: UTCDay, moved: [TableID: Int]) {
        self.number = number
        self.cutoff = cutoff
        self.moved = moved
    }

    /// Reads a record strictly; nil for anything but the one form.
    package init?(bytes: [UInt8], catalogue: Catalogue) {
        guard case .object(let members) = try? JSONReader.value(of: bytes),
            case .integer(let number) = members["number"],
            case .integer(let day) = members["cutoff_day"], let cutoff = UTCDay(number: day),
            case .object(let tables) = members["moved"]
        else { return nil }
        var moved: [TableID: Int] = [:]
        for (code, value) in tables {
            guard let table = try? catalogue.table(code: code), case .integer(let depth) = value,
                (0...table.axis.levels.count).contains(depth)
            else { return nil }
            moved[table] = depth
        }
        self.init(number: number, cutoff: cutoff, moved: moved)
        guard canonicalBytes == bytes else { return nil }
    }
}
