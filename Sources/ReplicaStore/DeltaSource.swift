import BundleFormat
import Causality
import GRDB
import Records

/// Collects the rows of a delta, in the order of the format: collections by name, rows by id.
struct DeltaSource {
    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    func delta(since base: VersionVector) throws -> Delta {
        try ArrivalLog(database, context).note()
        let header = try header(since: base)
        let start = try ArrivalLog(database, context).last(coveredBy: header.base)?.arrival ?? 0
        var writer = try DeltaWriter(header)
        for name in try names() {
            try writer.beginCollection(name)
            if let layout = try? context.layout(named: name) {
                try CollectionRows(database, context, layout, since: start, header.base)
                    .write(into: &writer)
            } else {
                try strangers(name, since: start, header.base, into: &writer)
            }
        }
        let rowCount = writer.rowCount
        return Delta(
            base: header.base,
            target: header.target,
            rowCount: rowCount,
            bytes: try writer.finish()
        )
    }

    private func header(since base: VersionVector) throws -> DeltaHeader {
        let target = context.progress.vector
        // What the receiver knows beyond this replica says nothing about rows held here.
        var known = base.intersection(target)
        if !known.covers(context.progress.purged) { known = VersionVector() }
        let peers = try Peers(database, context).all().filter { !$0.vector.isEmpty }
        let said =
            peers.map { DeltaHeader.Acknowledgement(replica: $0.replica, vector: $0.vector) }
            + [DeltaHeader.Acknowledgement(replica: context.own, vector: target)]
        // A repaired store that lost rows does not tell all there is: nobody lets go of a row for it.
        let isSnapshot = try known.isEmpty && !isIncomplete()
        return DeltaHeader(
            base: known,
            target: target,
            isSnapshot: isSnapshot,
            digest: try DigestCount(database, context).current().bytes,
            erasures: try ErasureState(database, context).said(),
            acknowledged: said.sorted { $0.replica < $1.replica },
            freed: isSnapshot ? context.progress.purged : VersionVector()
        )
    }

    private func isIncomplete() throws -> Bool {
        try Bool.fetchOne(
            database,
            kept: "SELECT EXISTS (SELECT 1 FROM passerelle_mark WHERE name = ?)",
            arguments: [Replica.lossMark]
        ) ?? false
    }

    private func names() throws -> [String] {
        let strangers = try String.fetchAll(
            database,
            kept: "SELECT DISTINCT collection FROM passerelle_stranger"
        )
        return Set(context.layouts.map(\.name) + strangers)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func strangers(
        _ name: String,
        since start: Int64,
        _ base: VersionVector,
        into writer: inout DeltaWriter
    ) throws {
        let rows = try context.statement(
            database,
            """
            SELECT id, clock FROM passerelle_stranger
            WHERE collection = ?1 AND arrival > ?2 ORDER BY id
            """
        )
        rows.bind(name, at: 1)
        rows.bind(start, at: 2)
        defer { rows.reset() }
        while try rows.step() {
            let clock = try context.decode(rows.bytes(1))
            guard clock.entries.contains(where: { !base.covers($0.dot) }) else { continue }
            let values = try UnknownValues(database, context).of(rows.bytes(0), in: name)
            try writer.append(id: rows.bytes(0), clock: clock, isWhole: true) { entry, tag in
                guard let value = values[UnknownValues.Key(tag: tag, dot: entry.dot)] else {
                    throw ReplicaError(.damaged, "‘\(name)’ lacks a value: restore a backup")
                }
                return value
            }
        }
    }
}
