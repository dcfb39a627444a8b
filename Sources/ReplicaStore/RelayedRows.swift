import BundleFormat
import Causality
import Foundation
import GRDB
import Records

/// The rows that writes of revoked devices came to, each kept as it was before.
struct RelayedRows {
    /// A row as it was before the first of these writes.
    struct Before {
        enum State: String {
            case absent
            case alive
            case deleted
            case unknown
        }

        let name: RowName
        let noticedAt: UInt64
        let state: State
        /// Whether one of these writes deleted it.
        let isDeletion: Bool
        let clock: RowClock
        let values: [Value]
    }

    private let database: Database
    private let context: StoreContext

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    /// Lists from now on what comes of these replicas past these numbers.
    func watch(_ edges: [ReplicaID: UInt64]) throws {
        for (replica, counter) in edges {
            try database.execute(
                kept: """
                    INSERT INTO passerelle_watched (replica, counter) VALUES (?1, ?2)
                    ON CONFLICT (replica) DO UPDATE SET counter = ?2
                    """,
                arguments: [replica.bytes.data, Int64(clamping: counter)]
            )
        }
    }

    func watched() throws -> Watch {
        let rows = try Row.fetchAll(
            database,
            kept: "SELECT replica, counter FROM passerelle_watched"
        )
        let edges = rows.compactMap { row in
            ReplicaID(bytes: row["replica"] as Data).map {
                ($0, UInt64(clamping: row["counter"] as Int64))
            }
        }
        return Watch(edges: Dictionary(edges, uniquingKeysWith: max))
    }

    /// Keeps the rows that a delta is about to change by such writes.
    ///
    /// - Complexity: One look-up where the delta has none of them, else a second reading of it.
    func note(_ bytes: [UInt8], _ header: DeltaHeader) throws {
        let (watch, known) = (try watched(), context.progress.vector)
        let news = watch.edges.filter { header.target[$0.key] > max($0.value, known[$0.key]) }
        guard !news.isEmpty else { return }
        // Who hears of these replicas for the first time never had the rows as they were.
        let isClear = news.allSatisfy { known[$0.key] >= $0.value }
        var reader = try DeltaReader(bytes)
        var rows: RowStatements?
        while let step = try reader.next() {
            switch step {
            case .collection(let name):
                rows = try (try? context.layout(named: name)).map {
                    try RowStatements(database, context, $0)
                }
            case .row(let row):
                let news = row.clock.entries.filter {
                    watch.contains($0.dot) && !known.covers($0.dot)
                }
                guard !news.isEmpty, let rows, try !rows.isErased(row.id) else { continue }
                let isDeletion = news.contains { $0.fields.contains(.deletion) }
                try note(row.id, rows, watch, isClear: isClear, isDeletion: isDeletion)
            }
        }
    }

    private func note(
        _ id: RecordID,
        _ rows: RowStatements,
        _ watch: Watch,
        isClear: Bool,
        isDeletion: Bool
    ) throws {
        let (clock, place) = try rows.clock(of: id.bytes)
        var (base, values) = (clock, try rows.values(of: id.bytes, at: place))
        let name = RowName(rows.layout.name, id)
        var isDeletion = isDeletion
        var state = isClear ? Before.State(place) : .unknown
        let isMarked = clock.entries.contains { watch.contains($0.dot) }
        if isMarked, let before = try before(name) {
            // What others wrote since stays; what is still of the revoked device is as it was.
            for (position, field) in rows.layout.fields.enumerated() {
                let isTheirs = clock.entries.contains {
                    watch.contains($0.dot) && $0.fields.contains(.field(field.tag))
                }
                if isTheirs || field.rule.isComposite { values[position] = before.values[position] }
            }
            (base, state) = (before.clock, before.state)
            isDeletion = isDeletion || before.isDeletion
        }
        try save(
            Before(
                name: name,
                noticedAt: context.now,
                state: state,
                isDeletion: isDeletion,
                clock: base,
                values: values
            ),
            rows.layout
        )
    }

    private func save(_ row: Before, _ layout: CollectionLayout) throws {
        try database.execute(
            kept: """
                INSERT OR REPLACE INTO passerelle_relayed
                    (collection, id, noticed_at, state, is_deletion, clock, packed)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                row.name.collection, row.name.id.bytes.data, Int64(clamping: row.noticedAt),
                row.state.rawValue, row.isDeletion, Data(try context.encode(row.clock)),
                Data(PackedValues.encode(layout) { row.values[$0] }),
            ]
        )
    }

    func before(_ name: RowName) throws -> Before? {
        try Row.fetchOne(
            database,
            kept: "SELECT * FROM passerelle_relayed WHERE collection = ? AND id = ?",
            arguments: [name.collection, name.id.bytes.data]
        ).flatMap(before)
    }

    var isEmpty: Bool {
        get throws {
            try Bool.fetchOne(
                database,
                kept: "SELECT NOT EXISTS (SELECT 1 FROM passerelle_relayed)"
            ) ?? true
        }
    }

    func all() throws -> [Before] {
        try Row.fetchAll(
            database,
            kept: "SELECT * FROM passerelle_relayed ORDER BY noticed_at, collection, id"
        ).compactMap(before)
    }

    func forget(_ name: RowName) throws {
        try database.execute(
            kept: "DELETE FROM passerelle_relayed WHERE collection = ? AND id = ?",
            arguments: [name.collection, name.id.bytes.data]
        )
    }

    private func before(_ row: Row) throws -> Before? {
        guard let id = RecordID(bytes: row["id"] as Data),
            let layout = try? context.layout(named: row["collection"]),
            let state = Before.State(rawValue: row["state"])
        else { return nil }
        let clock = try context.decode([UInt8](row["clock"] as Data))
        var values = try PackedValues.decode([UInt8](row["packed"] as Data), layout)
        for (position, field) in layout.fields.enumerated() where field.rule.isComposite {
            values[position] = layout.column(of: field, in: clock)
        }
        return Before(
            name: RowName(layout.name, id),
            noticedAt: UInt64(clamping: row["noticed_at"] as Int64),
            state: state,
            isDeletion: row["is_deletion"],
            clock: clock,
            values: values
        )
    }
}

extension RelayedRows.Before.State {
    init(_ place: RowStatements.Place) {
        switch place {
        case .table: self = .alive
        case .grave: self = .deleted
        case .nowhere: self = .absent
        }
    }
}
