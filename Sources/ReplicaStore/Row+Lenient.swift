import Foundation
import GRDB

extension Row {
    /// The value of a column, nil where it is absent or of another class: in a damaged store anything
    /// may stand anywhere.
    func value<Value: DatabaseValueConvertible>(_ column: String, as _: Value.Type) -> Value? {
        let stored: (any DatabaseValueConvertible)? = self[column]
        return stored.flatMap { Value.fromDatabaseValue($0.databaseValue) }
    }

    func bytes(_ column: String) -> [UInt8]? { value(column, as: Data.self).map { [UInt8]($0) } }

    func integer(_ column: String) -> Int64? { value(column, as: Int64.self) }

    func text(_ column: String) -> String? { value(column, as: String.self) }
}
