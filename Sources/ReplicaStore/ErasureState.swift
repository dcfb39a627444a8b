import Causality
import Crypto
import GRDB

/// How far this store has come in erasing, in the sixteen bytes that its deltas say.
///
/// Whoever has erased a row does not tell of it. Who heard of the others' writes from there may lack
/// what it has not erased yet, and is no longer comparable until it erases more itself.
struct ErasureState {
    private static let mark = "heard-from-eraser"
    private static let countLength = 4

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// What a delta says: equal only where both have erased the same and may be compared.
    func said() throws -> [UInt8] {
        let own = try ErasedRows(database).digest()
        guard try isIncomparable(own) else { return own }
        let salted = SHA256.hash(data: own + context.own.bytes)
        return Array(own.prefix(Self.countLength)) + salted.prefix(own.count - Self.countLength)
    }

    /// Whether a sender has erased the same, and neither side may lack a row for having heard from an
    /// eraser.
    func isComparable(_ theirs: [UInt8]) throws -> Bool {
        let own = try ErasedRows(database).digest()
        return try own == theirs && !isIncomparable(own)
    }

    /// Notes that something was learned from a sender that has erased as much, and not the same.
    func note(_ theirs: [UInt8]) throws {
        let own = try ErasedRows(database).digest()
        guard theirs.count == own.count, theirs != own, Self.count(theirs) >= Self.count(own)
        else { return }
        try database.execute(
            kept: "INSERT OR REPLACE INTO passerelle_mark (name, value) VALUES (?, ?)",
            arguments: [Self.mark, own.data]
        )
    }

    private func isIncomparable(_ own: [UInt8]) throws -> Bool {
        try Bool.fetchOne(
            database,
            kept: "SELECT EXISTS (SELECT 1 FROM passerelle_mark WHERE name = ? AND value = ?)",
            arguments: [Self.mark, own.data]
        ) ?? false
    }

    private static func count(_ said: [UInt8]) -> UInt32 {
        said.prefix(countLength).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
