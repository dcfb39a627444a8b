import BundleFormat
import Causality

/// The join of a row's clock with the one that a delta brings, made inside the statement that writes
/// the row: the row is found once.
///
/// The statement asks ``meet(_:)`` whether to write, and then for ``bytes``.
final class RowJoin {
    enum Outcome {
        /// There is no such row, or the join is not for this form.
        case left
        case unchanged
        /// Other values are new than those that the statement writes: ``news`` tells which.
        case otherwise
        case changed
    }

    /// All that was seen here before the delta, and by its sender, by place.
    private let known: [UInt64]
    private let target: [UInt64]
    /// The number in the clocks of this store of each place, and the reverse.
    let sites: [Int]
    private let places: [Int]
    private let fields: FieldMask
    private var theirs = PlainClock()
    private(set) var mine = PlainClock()
    private(set) var joined = PlainClock()
    /// Of each write the content that is new here.
    private(set) var news = PlainClock()
    private var written = PlainClock()
    private(set) var outcome = Outcome.left
    private let buffer = UnsafeMutableRawPointer.allocate(
        byteCount: PlainClock.maximumBytes,
        alignment: 1
    )

    init(
        _ block: DeltaBlock,
        _ rows: RowStatements,
        known: VersionVector,
        target: VersionVector
    ) {
        self.known = block.replicas.map { known[$0] }
        self.target = block.replicas.map { target[$0] }
        fields = rows.layout.plain.union(.row)
        let table = rows.context.progress.sites
        sites = block.replicas.map { table.place(of: $0) ?? -1 }
        var places = [Int](repeating: -1, count: table.replicas.count)
        for (place, site) in sites.enumerated() where site >= 0 { places[site] = place }
        self.places = places
    }

    deinit { buffer.deallocate() }

    /// Whether a write was seen here before the delta.
    func isKnown(_ write: PlainClock.Write) -> Bool { known[write.place] >= write.counter }

    /// Whether all fields are known here and have one cell each.
    func isPlain(_ clock: PlainClock) -> Bool { clock.fields.isSubset(of: fields) }

    /// Makes ready for one row, and a statement that writes some content of what came.
    func begin(_ theirs: PlainClock, writing written: PlainClock) {
        self.theirs = theirs
        self.written = written
        outcome = .left
    }

    /// Joins with the clock of the row; whether the statement is the right one.
    func meet(_ bytes: UnsafeRawBufferPointer) -> Bool {
        outcome = .left
        guard let mine = PlainClock(bytes, places: places), isPlain(mine), !mine.isContested,
            let joined = PlainClock.join(mine, seen: known, theirs, seen: target),
            joined.count > 0, !joined.isContested,
            // Of a field that lost its version without a successor the value has to go.
            mine.fields.isSubset(of: joined.fields)
        else { return false }
        guard joined != mine else {
            outcome = .unchanged
            return false
        }
        self.mine = mine
        self.joined = joined
        news = joined.content(beyond: mine)
        outcome = news == written ? .changed : .otherwise
        return outcome == .changed
    }

    /// The joined clock as the store writes it, there until the next row.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer, count: joined.write(to: buffer, sites: sites))
    }
}
