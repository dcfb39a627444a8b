import BundleFormat
import GRDB
import Records

/// What waits in the store for the bundles that it builds on, seen from the rows inside.
struct HeldBundles {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Lets go of the bundles that hold one of the rows; the mailbox still has them.
    func drop(holding isMeant: (RowName) throws -> Bool) throws {
        let held = try Row.fetchCursor(database, sql: "SELECT rowid, bytes FROM passerelle_held")
        var numbers: [Int64] = []
        while let row = try held.next() {
            guard let number = row.integer("rowid") else { continue }
            if try Self.holds(row.bytes("bytes") ?? [], anyOf: isMeant) { numbers.append(number) }
        }
        for number in numbers {
            try database.execute(
                kept: "DELETE FROM passerelle_held WHERE rowid = ?",
                arguments: [number]
            )
        }
    }

    /// Whether a bundle holds one of the rows; one that cannot be read may hold any.
    static func holds(
        _ bytes: [UInt8],
        anyOf isMeant: (RowName) throws -> Bool
    ) throws -> Bool {
        guard var reader = try? DeltaReader(Envelope(bytes).body) else { return true }
        var collection = ""
        do {
            while let step = try reader.next() {
                switch step {
                case .collection(let name): collection = name
                case .row(let row):
                    if try isMeant(RowName(collection, row.id)) { return true }
                }
            }
        } catch is FormatFailure {
            return true
        }
        return false
    }
}
