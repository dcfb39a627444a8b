import Causality
import Records

/// What it takes to undo the writes of a revoked device in one row.
struct Reversal {
    private enum Step {
        /// Nothing of them is left in the row.
        case nothing
        case unclear
        case delete
        case write([String: Value], bringsBack: Bool)
        /// The deletion was seen by all and freed: the row is made again.
        case insert([String: Value])
    }

    private let before: RelayedRows.Before
    private let row: InboxRow
    private let watch: Watch

    init(_ transaction: WriteTransaction, _ before: RelayedRows.Before, _ watch: Watch) throws {
        self.before = before
        self.watch = watch
        row = try InboxRow(transaction, before.name.collection, before.name.id)
    }

    /// The row as it is listed; nil where nothing of these writes is left in it.
    var listed: RelayedRow? {
        let (change, fields): (RelayedRow.Change, [String])
        switch step {
        case .nothing: return nil
        case .unclear: (change, fields) = (.unclear, [])
        case .delete: (change, fields) = (before.state == .absent ? .made : .restored, [])
        case .write(let values, let bringsBack):
            (change, fields) = (bringsBack ? .deleted : .changed, values.keys.sorted())
        case .insert(let values): (change, fields) = (.deleted, values.keys.sorted())
        }
        return RelayedRow(
            collection: before.name.collection,
            id: before.name.id,
            change: change,
            fields: fields,
            noticedAt: before.noticedAt
        )
    }

    /// Writes the row as it was; whether it is so now.
    func run(_ transaction: WriteTransaction) throws -> Bool {
        switch step {
        case .nothing: return true
        case .unclear: return false
        case .delete: _ = try row.delete(transaction)
        case .write(let values, let bringsBack):
            if bringsBack { _ = try row.bringBack() }
            try transaction.update(row.layout.name, id: row.id, values)
        case .insert(let values):
            try transaction.insert(row.layout.name, id: row.id, values)
        }
        return true
    }

    private var step: Step {
        let entries = row.clock.entries
        if row.place == .nowhere, before.state == .alive, before.isDeletion {
            return .insert(whole)
        }
        guard entries.contains(where: { watch.contains($0.dot) }) else { return .nothing }
        switch before.state {
        case .unknown: return .unclear
        case .absent, .deleted:
            guard row.place == .table else { return .nothing }
            // A colleague who wrote on the row since wanted it.
            return entries.allSatisfy { watch.contains($0.dot) } ? .delete : .unclear
        case .alive:
            let deletions = entries.filter { $0.fields.contains(.deletion) }
            let theirs = deletions.filter { watch.contains($0.dot) }
            if row.place == .grave, theirs.count < deletions.count { return .nothing }
            let values = values
            guard !values.isEmpty || !theirs.isEmpty else { return .nothing }
            return .write(values, bringsBack: !theirs.isEmpty)
        }
    }

    /// All that the row held before.
    private var whole: [String: Value] {
        var values: [String: Value] = [:]
        for (position, field) in row.layout.fields.enumerated()
        where before.values[position] != .null { values[field.name] = before.values[position] }
        return values
    }

    /// The fields that show what these writes said, as they were.
    private var values: [String: Value] {
        var values: [String: Value] = [:]
        for (position, field) in row.layout.fields.enumerated() {
            let then = then(field, position)
            if then != row.values[position] { values[field.name] = then }
        }
        for (position, field) in row.layout.fields.enumerated() {
            guard let leader = field.rule.leader, values[leader] != nil else { continue }
            values[field.name] = then(field, position)
        }
        return values
    }

    private func then(_ field: Field, _ position: Int) -> Value {
        switch field.rule {
        case .set: membersThen(field, position)
        case .counter: sumThen(field, position)
        default:
            row.clock.versions(of: field.tag).contains { watch.contains($0.dot) }
                ? before.values[position] : row.values[position]
        }
    }

    /// Without the members that these writes added, and with those that were there before: who removed a
    /// member leaves no name.
    private func membersThen(_ field: Field, _ position: Int) -> Value {
        let then = Set(TextSet.members(before.values[position]) ?? [])
        let others = row.clock.entries.filter { !watch.contains($0.dot) }
            .flatMap(\.elements).filter { $0.tag == field.tag }
            .map { String(decoding: $0.key, as: UTF8.self) }
        return TextSet.column(then.union(others))
    }

    /// Without what these replicas added since.
    private func sumThen(_ field: Field, _ position: Int) -> Value {
        guard case .integer(let now) = row.values[position] else { return row.values[position] }
        let added = sum(field, row.clock) &- sum(field, before.clock)
        return .integer(now &- added)
    }

    /// The shares of the watched replicas in a counter.
    private func sum(_ field: Field, _ clock: RowClock) -> Int64 {
        var shares: [[UInt8]: Element] = [:]
        for share in clock.elements(of: field.tag)
        where ReplicaID(bytes: share.key).map({ watch.edges[$0] != nil }) ?? false {
            shares[share.key] = shares[share.key]?.merged(with: share) ?? share
        }
        return shares.values.reduce(0) {
            $0 &+ Int64(truncatingIfNeeded: $1.increments &- $1.decrements)
        }
    }
}
