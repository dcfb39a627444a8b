/// What the last extract said of one tenant: one hash a field, in the order of ``TenantField``.
///
/// It tells « the ERP changed » from « an agent changed » without keeping a second copy of the
/// person. The hash is FNV-1a of 64 bits over the UTF-8 bytes; 0 stands for a field on which the
/// ERP has never said anything.
package struct ErpImage: Hashable, Sendable {
    // A later version may append fields: they are carried along unread.
    private var hashes: [UInt64]

    package init() { hashes = Array(repeating: 0, count: TenantField.allCases.count) }

    /// The image in a column; bytes of no image are an empty one.
    package init(bytes: some Collection<UInt8>) {
        self.init()
        guard bytes.count.isMultiple(of: 8) else { return }
        var rest = Array(bytes)[...]
        var place = 0
        while !rest.isEmpty {
            let hash = rest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if place < hashes.count { hashes[place] = hash } else { hashes.append(hash) }
            rest = rest.dropFirst(8)
            place += 1
        }
    }

    /// The form of the column: eight bytes a hash, the highest first.
    package var bytes: [UInt8] {
        hashes.flatMap { hash in (0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) } }
    }

    /// Whether the ERP has said anything of this field.
    package func knows(_ field: TenantField) -> Bool { hashes[field.place] != 0 }

    /// Whether this is what the ERP last said.
    package func holds(_ value: String, for field: TenantField) -> Bool {
        hashes[field.place] == Self.hash(value)
    }

    /// Notes what the ERP says now.
    package mutating func note(_ value: String, for field: TenantField) {
        hashes[field.place] = Self.hash(value)
    }

    private static func hash(_ value: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return max(hash, 1)
    }
}
