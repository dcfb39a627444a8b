import BundleFormat
import Causality
import Records

/// Merges the plain rows of a block from its bytes to SQLite, without making rows, values or clocks
/// of them; what is not plain it leaves to ``DeltaMerger``.
struct BlockMerger {
    private let block: DeltaBlock
    private let rows: RowStatements
    private let context: StoreContext
    private let join: RowJoin
    private var columns: ReceivedColumns
    /// What the rows merged so far add to the digest of the store.
    private(set) var change = SetDigest()

    init(_ block: DeltaBlock, _ rows: RowStatements, known: VersionVector, target: VersionVector) {
        self.block = block
        self.rows = rows
        context = rows.context
        join = RowJoin(block, rows, known: known, target: target)
        columns = ReceivedColumns(rows.layout)
        context.join = join
    }

    /// What became of a row.
    enum Outcome {
        case changed
        case unchanged
        /// The row is not plain: nothing was done.
        case left
    }

    /// Merges one row; `bytes` and `ids` are those of the block.
    mutating func merge(
        _ row: Int,
        _ bytes: UnsafeRawBufferPointer,
        _ ids: UnsafeRawBufferPointer
    ) throws -> Outcome {
        guard let theirs = plainClock(row), join.isPlain(theirs) else { return .left }
        let id = UnsafeRawBufferPointer(rebasing: ids[row * 16..<row * 16 + 16])
        guard try !isErased(id) else { return .left }
        if try insert(row, theirs, bytes, id) { return .changed }
        return try update(row, theirs, bytes, id)
    }

    private func isErased(_ id: UnsafeRawBufferPointer) throws -> Bool {
        guard rows.hasErased, let id = RecordID(bytes: id) else { return false }
        return try rows.isErased(id)
    }

    /// The clock of a row of the block, nil where it is not plain.
    private func plainClock(_ row: Int) -> PlainClock? {
        let range = block.firstEntries[row]..<block.firstEntries[row + 1]
        guard range.count <= PlainClock.capacity else { return nil }
        var clock = PlainClock()
        for index in range {
            let entry = block.entries[index]
            guard block.elements.isEmpty || block.elements[index].isEmpty,
                // A mark without content says that the row was taken for new.
                !entry.fields.contains(.deletion), !entry.fields.isMark,
                join.sites[entry.place] >= 0,
                clock.append(Self.write(entry, entry.fields))
            else { return nil }
        }
        return clock
    }

    private static func write(_ entry: DeltaBlock.Entry, _ fields: FieldMask) -> PlainClock.Write {
        PlainClock.Write(
            place: entry.place,
            counter: entry.counter,
            time: entry.time.rawValue,
            fields: fields.rawValue
        )
    }

    /// Inserts a row of one write that nothing here can know of; false where that is not certain.
    private mutating func insert(
        _ row: Int,
        _ theirs: PlainClock,
        _ bytes: UnsafeRawBufferPointer,
        _ id: UnsafeRawBufferPointer
    ) throws -> Bool {
        guard !rows.hasGraves, theirs.count == 1, !join.isKnown(theirs[0]) else { return false }
        columns.begin()
        let entry = block.entries[block.firstEntries[row]]
        guard columns.take(entry, entry.fields.content, block) else { return false }
        let statement = rows.insertionIfAbsent
        statement.bindStatic(id, at: 1)
        columns.bindAll(to: statement, block, bytes, from: 2)
        let end = Int32(rows.layout.fields.count)
        let site = join.sites[entry.place]
        statement.bind(
            FreshStamp(place: site, entry.counter, entry.time, entry.fields),
            at: end + 2
        )
        statement.bind(try context.nextArrival(), at: end + 3)
        guard try statement.run() > 0 else {
            context.returnArrival()
            return false
        }
        change.add(block.replicas[entry.place], entry.counter, entry.fields)
        return true
    }

    private mutating func update(
        _ row: Int,
        _ theirs: PlainClock,
        _ bytes: UnsafeRawBufferPointer,
        _ id: UnsafeRawBufferPointer
    ) throws -> Outcome {
        // Nearly always all that came is new here; where it is not, the join tells what is.
        var wanted = travelling(row)
        for _ in 0..<2 {
            guard take(row, wanted) else { return .left }
            join.begin(theirs, writing: wanted)
            let statement = try rows.merging(columns.mask)
            statement.bindStatic(id, at: 1)
            statement.bind(try context.nextArrival(), at: 2)
            columns.bindTaken(to: statement, block, bytes, from: 3)
            if try statement.run() == 0 { context.returnArrival() }
            switch join.outcome {
            case .left: return .left
            case .unchanged: return .unchanged
            case .otherwise: wanted = join.news
            case .changed:
                countChange()
                return .changed
            }
        }
        return .left
    }

    /// The content of a row of which the values came.
    private func travelling(_ row: Int) -> PlainClock {
        var clock = PlainClock()
        for index in block.firstEntries[row]..<block.firstEntries[row + 1] {
            let entry = block.entries[index]
            guard entry.firstValue >= 0, !entry.fields.content.isEmpty else { continue }
            _ = clock.append(Self.write(entry, entry.fields.content))
        }
        return clock
    }

    /// Takes the values of some content; false where one did not come or is not of its field's type.
    private mutating func take(_ row: Int, _ wanted: PlainClock) -> Bool {
        columns.begin()
        var taken = 0
        for index in block.firstEntries[row]..<block.firstEntries[row + 1] {
            let entry = block.entries[index]
            let content = wanted.fields(of: Self.write(entry, []))
            guard content != 0 else { continue }
            guard columns.take(entry, FieldMask(rawValue: content), block) else { return false }
            taken += 1
        }
        return taken == wanted.count
    }

    private mutating func countChange() {
        for index in 0..<join.mine.count {
            let write = join.mine[index]
            change.remove(
                block.replicas[write.place],
                write.counter,
                FieldMask(rawValue: write.fields)
            )
        }
        for index in 0..<join.joined.count {
            let write = join.joined[index]
            change.add(
                block.replicas[write.place],
                write.counter,
                FieldMask(rawValue: write.fields)
            )
        }
    }
}
