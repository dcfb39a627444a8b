/// What one field holds, in the storage classes of SQLite that are synced.
///
/// There is no floating point: its rounding differs between engines, and money or hours are whole
/// numbers of a smaller unit. Equality is byte equality, never canonical equivalence of text.
public enum Value: Sendable {
    /// Nothing: the field was written, and written empty.
    case null
    /// A 64-bit number.
    case integer(Int64)
    /// Text in UTF-8, normalised (NFC) where it entered the system.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

extension Value: Hashable {
    /// Whether both are of the same class and of the same bytes.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.blob(let left), .blob(let right)): left == right
        default: false
        }
    }

    /// Hashes the class and the bytes.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .integer(let number): hasher.combine(number)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .blob(let bytes): hasher.combine(bytes)
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    /// Creates text.
    public init(stringLiteral text: String) { self = .text(text) }

    /// Creates a number.
    public init(integerLiteral number: Int64) { self = .integer(number) }

    /// Creates nothing.
    public init(nilLiteral: ()) { self = .null }

    /// Creates text, or nothing for nil.
    public init(_ text: String?) { self = text.map(Value.text) ?? .null }

    /// Creates a reference to a row, or nothing for nil.
    public init(_ id: RecordID?) { self = (id?.bytes).map(Value.blob) ?? .null }
}
