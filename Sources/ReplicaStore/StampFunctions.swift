import BundleFormat
import Causality
import GRDB
import GRDBSQLite
import Records

/// The SQL functions by which the tables stamp what is written to them.
///
/// They exist on the engine's connection alone. From anywhere else, a write to a table fails for
/// want of them and changes nothing.
enum StampFunctions {
    static func register(on database: Database, _ context: StoreContext) throws {
        typealias Function = CollectionLayout.Function
        try register(database, context, Function.clock, 1, stampFresh)
        try register(database, context, Function.arrival, 0, giveArrival)
        // With the new value as the last argument, in free SQL, to tell a small one.
        for count: Int32 in [5, 6] {
            try register(database, context, Function.change, count, stampChange)
        }
        try register(database, context, Function.members, 4, stampMembers)
        try register(database, context, Function.share, 4, stampShare)
        try register(database, context, Function.burial, 3, stampBurial)
        try register(database, context, Function.packed, -1, packValues)
        try register(database, context, Function.isCapturing, 0, tellCapturing)
        try register(database, context, Function.twins, 2, noteTwins)
        try register(database, context, Function.meets, 1, meetClock)
        try register(database, context, Function.joined, 0, giveJoined)
    }

    private typealias Callback =
        @convention(c) (
            OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?
        ) -> Void

    private static func register(
        _ database: Database,
        _ context: StoreContext,
        _ name: String,
        _ arguments: Int32,
        _ callback: Callback
    ) throws {
        // The store owns the context and outlives the connection: no reference is counted here.
        let code = sqlite3_create_function_v2(
            database.sqliteConnection,
            name,
            arguments,
            SQLITE_UTF8,
            Unmanaged.passUnretained(context).toOpaque(),
            callback,
            nil,
            nil,
            nil
        )
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}

// What SQLite calls are plain functions: a C function pointer captures nothing.

private func stampFresh(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        let dot = try context.nextDot()
        context.hasInserted = true
        if !context.isSmall { context.hasUnsized = true }
        // The fields of the schema as it is now, not as it was when the table was made.
        guard case .text(let name) = call.value(0) else {
            throw ReplicaError(.statement, "a stamp needs the name of its collection")
        }
        let fields = try context.layout(named: name).plain.union(.row)
        context.progress.digest?.add(dot.replica, dot.counter, fields)
        call.return(FreshStamp(place: context.ownPlace, dot.counter, context.time, fields))
    }
}

private func giveArrival(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in call.return(try context.nextArrival()) }
}

private func stampChange(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        let fields = FieldMask(rawValue: UInt64(bitPattern: call.integer(1)))
        let dot = try context.dot(ofChangeOf: call.withBytes(2, RowKey.init))
        let (place, time) = (context.ownPlace, context.time)
        context.noteReplaced(arrival: call.integer(4))
        if !context.isSmall, call.count < 6 || call.length(5) > RowSize.small {
            context.hasUnsized = true
        }
        let quick = call.withBytes(0) {
            OwnClock.restamped($0, fields, place: place, dot: dot, time: time)
        }
        if let quick {
            context.progress.digest?.add(quick.change)
            return call.return(quick.bytes)
        }
        let old = try context.decode(call.bytes(0))
        var clock = old
        if clock.entries.count > 1,
            clock.isMarkedDeleted || !clock.contested.isDisjoint(with: fields)
        {
            context.settledRows.insert(call.bytes(2))
        }
        let aside = try context.setAside(in: clock, of: call)
        clock.stamp(fields, dot: dot, time: context.time, sparing: aside)
        context.progress.digest?.replace(old, with: clock)
        call.return(try context.encode(clock))
    }
}

private func stampMembers(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        let new = call.value(3)
        guard let before = TextSet.members(call.value(2)), let after = TextSet.members(new),
            TextSet.column(after) == new
        else {
            throw ReplicaError(
                .badValue,
                "a set is written as TextSet.column gives it: sorted, each text once"
            )
        }
        guard after.allSatisfy({ $0.utf8.count <= ByteReader.maximumElement }) else {
            throw ReplicaError(
                .badValue,
                "a member of a set takes at most \(ByteReader.maximumElement) bytes"
            )
        }
        let tag = UInt8(clamping: call.integer(1))
        // Bytes, never String: canonically equivalent texts are two members.
        func bytes(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { Array($0.utf8) }) }
        func elements(_ keys: Set<[UInt8]>) -> [Element] {
            keys.map { Element(tag: tag, key: $0) }.sorted()
        }
        let added = elements(bytes(after).subtracting(bytes(before)))
        let removed = elements(bytes(before).subtracting(bytes(after)))
        call.return(try context.restamped(call.bytes(0), adding: added, removing: removed))
    }
}

private func stampShare(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        guard call.value(3) != .null else {
            if call.value(2) == .null { return call.return(call.bytes(0)) }
            throw ReplicaError(.badValue, "a counter moves up and down; it is not emptied")
        }
        let (change, overflow) = call.integer(3).subtractingReportingOverflow(call.integer(2))
        guard !overflow else { throw ReplicaError(.badValue, "a counter moved too far") }
        let tag = UInt8(clamping: call.integer(1))
        let clock = call.bytes(0)
        let before = try context.decode(clock)
        let own = before.elements(of: tag)
            .filter { $0.key == context.own.bytes }
            .reduce(Element(tag: tag, key: context.own.bytes)) { $0.merged(with: $1) }
        context.noteShare(own, in: before)
        let share = Element(
            tag: tag,
            key: own.key,
            increments: own.increments &+ (change > 0 ? change.magnitude : 0),
            decrements: own.decrements &+ (change < 0 ? change.magnitude : 0)
        )
        call.return(
            try context.restamped(clock, adding: [share], removing: [])
        )
    }
}

private func stampBurial(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        var clock = try context.decode(call.bytes(0))
        context.noteReplaced(arrival: call.integer(2))
        context.progress.digest?.remove(clock)
        if clock.isMarkedDeleted { context.settledRows.insert(call.bytes(1)) }
        clock.bury(dot: try context.nextDot(), time: context.time)
        call.return(try context.encode(clock))
    }
}

private func packValues(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        guard case .text(let name) = call.value(0) else { return call.return([UInt8]()) }
        let layout = try context.layout(named: name)
        call.return(
            PackedValues.encode(layout) { call.value(1 + $0) }
        )
    }
}

private func tellCapturing(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        guard context.mode != .idle else {
            throw ReplicaError(.statement, "write inside Replica.write { }, not outside it")
        }
        call.return(context.mode == .capturing ? 1 : 0)
    }
}

private func noteTwins(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        guard case .text(let name) = call.value(0) else { return }
        context.dirtyTwins[name, default: []].insert(call.bytes(1))
    }
}

private func meetClock(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        let isMet = call.withBytes(0) { context.join?.meet($0) ?? false }
        call.return(isMet ? 1 : 0)
    }
}

private func giveJoined(
    _ call: OpaquePointer?,
    _ count: Int32,
    _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
    Call(call, count, values).answer { call, context in
        guard let join = context.join, join.outcome == .changed else {
            throw ReplicaError(.statement, "no clock was joined")
        }
        call.return(static: join.bytes)
    }
}

extension StoreContext {
    /// The versions of a row that comes back from a deletion which are not shown: they stay listed.
    fileprivate func setAside(in clock: RowClock, of call: Call) throws -> [Dot: FieldMask] {
        guard clock.isMarkedDeleted, !clock.contested.isEmpty, let database,
            case .text(let name) = call.value(3)
        else { return [:] }
        let layout = try layout(named: name)
        var aside: [Dot: FieldMask] = try Siblings(database, self).of(call.bytes(2), in: layout)
            .reduce(into: [:]) { $0[$1.key.dot, default: []].insert(.field($1.key.tag)) }
        for tag in clock.contested.subtracting(layout.known).tags {
            for version in clock.versions(of: tag).dropLast() {
                aside[version.dot, default: []].insert(.field(tag))
            }
        }
        return aside
    }

    /// The clock with elements added to this replica's newest write of the row.
    fileprivate func restamped(
        _ bytes: [UInt8],
        adding added: [Element],
        removing removed: [Element]
    ) throws(ReplicaError) -> [UInt8] {
        let old = try decode(bytes)
        var clock = old
        guard !added.isEmpty || !removed.isEmpty,
            let newest = clock.entries.last(where: { $0.dot.replica == own })
        else { return bytes }
        clock.stamp([], adding: added, removing: removed, dot: newest.dot, time: newest.time)
        progress.digest?.replace(old, with: clock)
        return try encode(clock)
    }
}
