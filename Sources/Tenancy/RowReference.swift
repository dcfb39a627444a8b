import Foundation
import GRDB
import Records
import ReplicaStore

/// The identity of a row as somebody types it: whole, or as many first digits as tell it apart.
package enum RowReference {
    /// The fewest digits that are taken.
    private static let fewestDigits = 4

    /// The one row of a collection whose identity begins so.
    ///
    /// - Throws: ``TenancyError``: `bad-value` for no identity, `not-found`, `ambiguous`.
    package static func resolve(
        _ text: String,
        in collection: String,
        _ database: Database
    ) throws -> RecordID {
        let digits = text.filter { $0 != "-" }
        guard (fewestDigits...32).contains(digits.count), digits.allSatisfy(isDigit),
            let first = RecordID(digits.padding(to: 32, with: "0")),
            let last = RecordID(digits.padding(to: 32, with: "f"))
        else {
            throw TenancyError(
                .badValue,
                // What was typed may be somebody's name, and is not repeated.
                "this is no identity: give at least \(fewestDigits) of its hexadecimal digits"
            )
        }
        let found = try Data.fetchAll(
            database,
            sql: "SELECT id FROM \(collection.quotedDatabaseIdentifier) "
                + "WHERE id BETWEEN ? AND ? LIMIT 2",
            arguments: [first.data, last.data]
        ).compactMap { RecordID(bytes: $0) }
        guard let id = found.first else {
            throw TenancyError(.notFound, "no \(collection) has an identity that begins \(text)")
        }
        guard found.count == 1 else {
            throw TenancyError(
                .ambiguous,
                "more than one \(collection) has an identity that begins \(text): give more digits"
            )
        }
        return id
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isHexDigit
    }
}

extension String {
    fileprivate func padding(to count: Int, with digit: String) -> String {
        self + String(repeating: digit, count: count - self.count)
    }
}

extension LandlordStore {
    /// The one row of a collection whose identity begins so; see ``RowReference``.
    package func resolve(_ text: String, in collection: String) throws -> RecordID {
        try replica.read { try RowReference.resolve(text, in: collection, $0) }
    }
}
