/// The storage class of a field.
public enum FieldType: String, Hashable, Sendable, Codable {
    /// UTF-8 text.
    case text = "TEXT"
    /// A 64-bit number.
    case integer = "INTEGER"
    /// Bytes, such as a reference to another row.
    case blob = "BLOB"

    /// Whether a value may stand in a field of this type; nothing may stand in any.
    public func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (_, .null), (.text, .text), (.integer, .integer), (.blob, .blob): true
        default: false
        }
    }
}
