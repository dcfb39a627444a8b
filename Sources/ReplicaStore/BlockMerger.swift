import BundleFormat
import Causality
import Records

/// Merges the plain rows of a block from its bytes to SQLite, without making rows, values or clocks
/// of them; what is not plain it leaves to ``DeltaMerger``.
struct BlockMerger {
    private let block: DeltaBlock
    private let rows: RowStatements
    private let context: StoreContext
    /// All that was seen here before the delta, and by its sender, by place.
    private let known: [UInt64]
    private let target: [UInt64]
    /// The number in the clocks of this store of each place, and the reverse.
    private let sites: [Int]
    private let places: [Int]
    private var columns: ReceivedColumns
    private var clock = ByteWriter(capacity: 256)

    init(_ block: DeltaBlock, _ rows: RowStatements, known: VersionVector, target: VersionVector) {
        self.block = block
        self.rows = rows
        context = rows.context
        self.known = block.replicas.map { known[$0] }
        self.target = block.replicas.map { target[$0] }
        let table = context.progress.sites
        let sites = block.replicas.map { table.place(of: $0) ?? -1 }
        var places = [Int](repeating: -1, count: table.replicas.count)
        for (place, site) in sites.enumerated() where site >= 0 { places[site] = place }
        self.sites = sites
        self.places = places
        columns = ReceivedColumns(rows.layout)
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
        guard let theirs = plainClock(row), isPlain(theirs) else { return .left }
        let id = UnsafeRawBufferPointer(rebasing: ids[row * 16..<row * 16 + 16])
        guard try !isErased(id) else { return .left }
        if try insert(row, theirs, bytes, id) { return .changed }
        guard let mine = try rows.plainClock(of: id, places: places), isPlain(mine),
            let joined = PlainClock.join(mine, seen: known, theirs, seen: target),
            joined.count > 0, !mine.isContested, !joined.isContested
        else { return .left }
        if joined == mine { return .unchanged }
        return try update(row, from: mine, to: joined, bytes, id) ? .changed : .left
    }

    private func isErased(_ id: UnsafeRawBufferPointer) throws -> Bool {
        guard rows.hasErased, let id = RecordID(bytes: id) else { return false }
        return try rows.isErased(id)
    }

    /// Whether all fields are known here and have one cell each.
    private func isPlain(_ clock: PlainClock) -> Bool {
        clock.fields.isSubset(of: rows.layout.plain.union(.row))
    }

    /// The clock of a row of the block, nil where it is not plain.
    private func plainClock(_ row: Int) -> PlainClock? {
        let range = block.firstEntries[row]..<block.firstEntries[row + 1]
        guard range.count <= PlainClock.capacity else { return nil }
        var clock = PlainClock()
        for index in range {
            let entry = block.entries[index]
            guard block.elements.isEmpty || block.elements[index].isEmpty,
                !entry.fields.contains(.deletion), sites[entry.place] >= 0,
                clock.append(
                    PlainClock.Write(
                        place: entry.place,
                        counter: entry.counter,
                        time: entry.time.rawValue,
                        fields: entry.fields.rawValue
                    )
                )
            else { return nil }
        }
        return clock
    }

    /// Inserts a row of one write that nothing here can know of; false where that is not certain.
    private mutating func insert(
        _ row: Int,
        _ theirs: PlainClock,
        _ bytes: UnsafeRawBufferPointer,
        _ id: UnsafeRawBufferPointer
    ) throws -> Bool {
        guard !rows.hasGraves, theirs.count == 1, known[theirs[0].place] < theirs[0].counter else {
            return false
        }
        columns.begin()
        let entry = block.entries[block.firstEntries[row]]
        guard columns.take(entry, entry.fields.content, block) == .taken else { return false }
        let statement = rows.insertionIfAbsent
        statement.bindStatic(id, at: 1)
        columns.bindAll(to: statement, block, bytes, from: 2)
        let end = Int32(rows.layout.fields.count)
        let write = theirs[0]
        statement.bind(
            FreshStamp(place: sites[write.place], write.counter, entry.time, entry.fields),
            at: end + 2
        )
        statement.bind(try context.nextArrival(), at: end + 3)
        guard try statement.run() > 0 else { return false }
        context.progress.digest?.add(block.replicas[write.place], write.counter, entry.fields)
        return true
    }

    private mutating func update(
        _ row: Int,
        from mine: PlainClock,
        to joined: PlainClock,
        _ bytes: UnsafeRawBufferPointer,
        _ id: UnsafeRawBufferPointer
    ) throws -> Bool {
        guard take(row, from: mine, to: joined) else { return false }
        let statement = try rows.updating(columns.mask)
        clock.clear()
        joined.write(into: &clock, sites: sites)
        statement.bindStatic(id, at: 1)
        statement.bind(clock.bytes, at: 2)
        statement.bind(try context.nextArrival(), at: 3)
        columns.bindTaken(to: statement, block, bytes, from: 4)
        try statement.run()
        for index in 0..<mine.count { count(mine[index], isAdded: false) }
        for index in 0..<joined.count { count(joined[index], isAdded: true) }
        return true
    }

    /// Takes the values of the fields that are new in `joined`; false where one did not come or is
    /// not of its field's type.
    private mutating func take(
        _ row: Int,
        from mine: PlainClock,
        to joined: PlainClock
    ) -> Bool {
        columns.begin()
        var wanted = 0
        for index in 0..<joined.count {
            let new = joined[index].fields & ~mine.fields(of: joined[index])
            wanted += FieldMask(rawValue: new).content.rawValue.nonzeroBitCount
        }
        for index in block.firstEntries[row]..<block.firstEntries[row + 1] {
            let entry = block.entries[index]
            let dot = PlainClock.Write(place: entry.place, counter: entry.counter)
            let new = joined.fields(of: dot) & ~mine.fields(of: dot)
            let content = FieldMask(rawValue: new).content
            guard columns.take(entry, content, block) != .refused else { return false }
        }
        return columns.mask.nonzeroBitCount == wanted
    }

    private func count(_ write: PlainClock.Write, isAdded: Bool) {
        let (replica, fields) = (block.replicas[write.place], FieldMask(rawValue: write.fields))
        if isAdded {
            context.progress.digest?.add(replica, write.counter, fields)
        } else {
            context.progress.digest?.remove(replica, write.counter, fields)
        }
    }
}
