import BundleFormat
import Causality
import GRDB
import Records

/// Compares the rows of two replicas that have seen the same, clock by clock.
struct Comparison {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func differences(from snapshot: [UInt8]) throws -> [RowName] {
        var reader = try DeltaReader(snapshot)
        guard reader.header.isSnapshot, reader.header.target == context.progress.vector else {
            throw ReplicaError(
                .contradiction,
                "only a snapshot of a replica that has seen the same can be compared"
            )
        }
        var mine = try ownClocks()
        var different: [RowName] = []
        var collection = ""
        while let step = try reader.next() {
            switch step {
            case .collection(let name): collection = name
            case .row(let row):
                let name = RowName(collection, row.id)
                // Rows that carry a mark of deletion are freed at different times.
                let theirs = row.clock.isMarkedDeleted ? nil : row.clock
                if mine.removeValue(forKey: name) != theirs { different.append(name) }
            }
        }
        return (different + mine.keys).sorted()
    }

    /// The clocks of the rows that carry no mark of deletion.
    private func ownClocks() throws -> [RowName: RowClock] {
        var clocks: [RowName: RowClock] = [:]
        func add(_ sql: String, _ collection: (RawStatement) throws -> String) throws {
            let rows = try context.statement(database, sql)
            defer { rows.reset() }
            while try rows.step() {
                let clock = try context.decode(rows.bytes(1))
                guard let id = RecordID(bytes: rows.bytes(0)), !clock.isMarkedDeleted else {
                    continue
                }
                clocks[RowName(try collection(rows), id)] = clock
            }
        }
        for layout in context.layouts {
            try add("SELECT id, _clock FROM \(layout.table)") { _ in layout.name }
        }
        try add("SELECT id, clock, collection FROM passerelle_stranger") { rows in
            guard case .text(let name) = rows.value(2) else { return "" }
            return name
        }
        return clocks
    }
}
