import BundleFormat
import Causality
import Foundation
import GRDB

/// What was known when: the map from arrival numbers to version vectors, one line per exchange.
struct ArrivalLog {
    /// One exchange: everything that arrived up to the number is covered by the vector.
    struct Line {
        let arrival: Int64
        let vector: VersionVector
    }

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Notes that everything up to the last arrival is covered by what is known now.
    func note() throws {
        var writer = ByteWriter()
        writer.vector(context.progress.vector)
        try database.execute(
            kept: """
                INSERT INTO passerelle_arrival (arrival, vector) VALUES (?, ?)
                ON CONFLICT (arrival) DO UPDATE SET vector = excluded.vector
                """,
            arguments: [context.progress.arrival, writer.bytes.data]
        )
    }

    /// The last line whose vector `vector` covers, nil where there is none.
    func last(coveredBy vector: VersionVector) throws -> Line? {
        if vector.isEmpty { return nil }
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT arrival, vector FROM passerelle_arrival ORDER BY arrival DESC"
        )
        while let row = try rows.next() {
            var reader = ByteReader(row.bytes("vector") ?? [])
            let known = try reader.vector(limit: .max)
            if vector.covers(known) {
                return Line(arrival: row.integer("arrival") ?? 0, vector: known)
            }
        }
        return nil
    }

    /// Forgets lines that no replica asks for any more: all before that arrival number.
    func forget(before arrival: Int64) throws {
        try database.execute(
            kept: "DELETE FROM passerelle_arrival WHERE arrival < ?",
            arguments: [arrival]
        )
    }

    /// Whether a line of the log tells something that may have been so.
    static func isSound(
        _ arrival: Int64,
        _ vector: [UInt8],
        _ progress: StoreContext.Progress
    ) -> Bool {
        var reader = ByteReader(vector)
        guard let vector = try? reader.vector(limit: .max), reader.isAtEnd else { return false }
        return (0...max(0, progress.arrival)).contains(arrival) && progress.vector.covers(vector)
    }
}
