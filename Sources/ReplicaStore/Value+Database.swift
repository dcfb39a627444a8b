import GRDB
import Records

extension Value {
    /// The value that a column of a fetched row holds.
    init(column: DatabaseValue) {
        switch column.storage {
        case .int64(let number): self = .integer(number)
        case .string(let text): self = .text(text)
        case .blob(let bytes): self = .blob([UInt8](bytes))
        case .null, .double: self = .null
        }
    }

    /// The value as an argument of a statement.
    var argument: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): bytes.data.databaseValue
        }
    }
}
