/// The name of one partition: random, with the short code that people know it by.
public struct PartitionID: Hashable, Sendable {
    /// Whose data it is.
    public let kind: PartitionKind
    /// The random identity: two landlords never share one, whatever codes they choose.
    public let id: RecordID
    /// The code that people read, such as « B4 »: 1 to 32 of A-Z, a-z, 0-9, `-` and `_`.
    public let code: String

    /// Creates a name, or returns nil where the code is not of the stated form.
    public init?(kind: PartitionKind, id: RecordID, code: String) {
        guard (1...32).contains(code.utf8.count), code.utf8.allSatisfy(Self.isCodeByte) else {
            return nil
        }
        self.kind = kind
        self.id = id
        self.code = code
    }

    private static func isCodeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
