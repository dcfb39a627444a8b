/// The bounds of a delta of format 1; see Docs/format.md.
package enum DeltaLimits {
    /// The most replicas that a delta names.
    package static let replicas = 1_024
    /// The most live writes that a row carries.
    package static let entries = 4_096
    /// The most bytes of a collection's name.
    package static let name = 64
    /// The most rows of a block.
    package static let blockRows = 4_096
    /// The weight from which a block takes no further row.
    package static let blockWeight = 1 << 20
    /// The most that one row may weigh: its texts, blobs and keys in bytes, and 8 for each write,
    /// value, element and buried write.
    package static let rowWeight = 8 << 20
    /// The most bytes of a section before compression.
    package static let sectionBytes = 32 << 20
    /// How many times larger than its frame a section may be, beyond ``sectionSlack``.
    package static let expansion = 1_000
    /// What a section may hold whatever the size of its frame.
    package static let sectionSlack = 65_536
    /// The most distinct texts of a dictionary.
    package static let dictionary = 256

    /// Whether a collection may bear that name: a letter a to z, then a to z, 0 to 9 and `_`.
    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        else { return false }
        return name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    /// Whether a frame of `packed` bytes may hold `raw` bytes.
    static func admits(raw: Int, packed: Int) -> Bool {
        packed >= raw / expansion || raw <= packed * expansion + sectionSlack
    }

    /// What a row weighs that has so many cells and so many bytes in them.
    static func weight(cells: Int, bytes: Int) -> Int { cells * 8 + bytes }

    /// The most distinct texts that make a column of `count` texts a dictionary.
    static func dictionary(of count: Int) -> Int { min(dictionary, count / 2) }
}
