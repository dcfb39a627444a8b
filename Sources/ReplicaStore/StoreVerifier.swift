import Causality
import GRDB
import Records

/// Examines a store, check by check; a check that meets damage reports it and the next one goes on.
struct StoreVerifier {
    let database: Database
    let context: StoreContext
    var report = VerifyReport()
    /// Every live write met, to find one that two rows name.
    private var dots: [Dot] = []
    private var arrivals: [Int64] = []

    init(_ database: Database, _ context: StoreContext) {
        self.database = database
        self.context = context
    }

    mutating func examine() -> VerifyReport {
        attempt("the file") { try $0.checkStructure() }
        attempt("the schema") { try $0.checkSchema() }
        attempt("the counters") { try $0.checkCounters() }
        for layout in context.layouts {
            attempt("‘\(layout.name)’") { try $0.checkRows(of: layout) }
            attempt("the deleted rows of ‘\(layout.name)’") { try $0.checkGraves(of: layout) }
        }
        attempt("the rows of unknown collections") { try $0.checkStrangers() }
        attempt("the values of unknown fields") { try $0.checkUnknownValues() }
        attempt("the concurrent versions") { try $0.checkSiblings() }
        attempt("the write names") { try $0.checkRepeatedDots() }
        attempt("the arrival numbers") { try $0.checkArrivals() }
        attempt("the waiting bundles") { try $0.checkHeldBundles() }
        attempt("the erased rows") { try $0.checkErasures() }
        attempt("the digest") { try $0.checkDigest() }
        return report
    }

    private mutating func attempt(
        _ subject: String,
        _ check: (inout StoreVerifier) throws -> Void
    ) {
        do {
            try check(&self)
        } catch let error as DatabaseError {
            // The message of SQLite names tables and codes, never a bound value.
            let reason = error.message ?? "\(error.resultCode)"
            report.add(.unreadable, nil, "\(subject) cannot be read to the end: \(reason)")
        } catch {
            let reason = (error as? ReplicaError)?.message ?? "\(error)"
            report.add(.unreadable, nil, "\(subject) cannot be read to the end: \(reason)")
        }
    }

    /// Notes the writes and the arrival number of a row that was read.
    mutating func note(_ clock: RowClock, arrival: Int64, of row: RowName) {
        report.rows += 1
        for entry in clock.entries {
            dots.append(entry.dot)
            let missing = ([entry.dot] + entry.buried).first { dot in
                dot.counter == 0 || !context.progress.vector.covers(dot)
            }
            guard let missing else { continue }
            report.add(.notCovered, row, "the row holds write \(missing), which was never seen")
        }
        arrivals.append(arrival)
        if !(1...max(1, context.progress.arrival)).contains(arrival) {
            report.add(.arrival, row, "the row has arrival number \(arrival), never given")
        }
    }

    private mutating func checkRepeatedDots() throws {
        dots.sort()
        let repeated = Set(zip(dots, dots.dropFirst()).filter { $0 == $1 }.map(\.0))
        dots = []
        guard !repeated.isEmpty else { return }
        for layout in context.layouts {
            try forEachClock(of: layout) { verifier, row, clock in
                for entry in clock.entries where repeated.contains(entry.dot) {
                    verifier.report.add(.repeated, row, "another row holds write \(entry.dot) too")
                }
            }
        }
        if report.count == 0 {
            report.add(.repeated, nil, "\(repeated.count) writes are each held by two rows")
        }
    }

    private mutating func checkArrivals() throws {
        arrivals.sort()
        let repeated = zip(arrivals, arrivals.dropFirst()).count { $0 == $1 }
        arrivals = []
        if repeated > 0 {
            report.add(.arrival, nil, "\(repeated) arrival numbers were given twice")
        }
        let log = try RawStatement(database, "SELECT arrival, vector FROM passerelle_arrival")
        while try log.step() {
            if !ArrivalLog.isSound(log.integer(0), log.bytes(1), context.progress) {
                report.add(.arrival, nil, "the log of arrivals is wrong at \(log.integer(0))")
            }
        }
    }
}
