import Causality
import Exchange
import FolderExchange
import Foundation
import GRDB
import HostSystem
import Records
import ReplicaStore

/// Two replicas and a mailbox in one folder, and the numbered steps that the harness asks for.
///
/// Each step says what it tries before it tries, and acknowledges after the store has.
struct Workshop {
    let a: Side
    let b: Side
    let mailbox: FolderMailbox
    /// The harness's control: a writer that acknowledges before it commits, and so must be caught.
    private let isHasty: Bool

    init(in root: String, pragmas: String, isHasty: Bool) throws {
        a = try Side("a", in: root, pragmas: pragmas)
        b = try Side("b", in: root, pragmas: pragmas)
        mailbox = FolderMailbox(HostFolder(root + "/mailbox"))
        self.isHasty = isHasty
    }

    /// Runs a step; what the store refuses is said, and the next step may be run.
    func run(_ step: Int) throws {
        do {
            try act(step)
        } catch let failure as WorkerFailure {
            throw failure
        } catch let error as ReplicaError {
            try Journal.line("fail \(step) \(error.code.rawValue)")
        } catch {
            try Journal.line("fail \(step) other \(error)")
        }
    }

    /// Eight kinds of steps in turn.
    private func act(_ step: Int) throws {
        switch step % 8 {
        case 0: try put(step, 1, a)
        case 1: try put(step, 1, b)
        case 2: try put(step, 3, a)
        case 3: try change(step, a)
        case 4: try apply(step)
        case 5: try drop(step, a)
        case 6: try sync(step, a)
        default: try sync(step, b)
        }
    }

    private func put(_ step: Int, _ count: Int, _ side: Side) throws {
        let numbers = (0..<count).map { step * 4 + $0 }
        let rows = numbers.map { "\($0)=\(label(step))" }.joined(separator: ",")
        try Journal.line("try \(step) put \(side.name) \(rows)")
        try write(step, side, dots: count) { transaction in
            let inserter = try transaction.inserter(CrashSchema.collection, CrashSchema.names)
            for number in numbers {
                try inserter.insert(
                    try CrashSchema.id(number),
                    [.integer(Int64(number)), .text(side.name), .text(label(step))]
                )
            }
        }
    }

    private func change(_ step: Int, _ side: Side) throws {
        guard let number = try side.ownRow(newest: 0) else { return try put(step, 1, side) }
        try Journal.line("try \(step) put \(side.name) \(number)=\(label(step))")
        try write(step, side, dots: 1) { transaction in
            let updater = try transaction.updater(CrashSchema.collection, ["label"])
            try updater.update(try CrashSchema.id(number), [.text(label(step))])
        }
    }

    private func drop(_ step: Int, _ side: Side) throws {
        guard let number = try side.ownRow(newest: 2) else { return try put(step, 1, side) }
        try Journal.line("try \(step) drop \(side.name) \(number)")
        try write(step, side, dots: 1) { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM item WHERE id = ?",
                arguments: [Data(try CrashSchema.id(number).bytes)]
            )
        }
    }

    private func write(
        _ step: Int,
        _ side: Side,
        dots: Int,
        _ body: (WriteTransaction) throws -> Void
    ) throws {
        if isHasty { try acknowledge(step, side, more: UInt64(dots)) }
        try side.replica.write(body)
        if !isHasty { try acknowledge(step, side) }
    }

    private func apply(_ step: Int) throws {
        try Journal.line("try \(step) apply a")
        let delta = try b.replica.delta(since: a.replica.versionVector)
        try a.replica.apply(delta.bytes)
        try acknowledge(step, a)
    }

    private func sync(_ step: Int, _ side: Side) throws {
        try Journal.line("try \(step) sync \(side.name)")
        let report = try SyncSession(side.replica, mailbox).run()
        for refusal in report.refusals { try Journal.line("refused \(refusal.token)") }
        try acknowledge(step, side)
    }

    /// Says that a step is done, and what its side has then seen of both.
    private func acknowledge(_ step: Int, _ side: Side, more: UInt64 = 0) throws {
        let seen = side.replica.versionVector
        let ofA = seen[a.replica.id] + (side.name == "a" ? more : 0)
        let ofB = seen[b.replica.id] + (side.name == "b" ? more : 0)
        try Journal.line("ack \(step) \(side.name) \(ofA) \(ofB)")
    }

    /// Long enough that a few steps fill a page.
    private func label(_ step: Int) -> String {
        "v\(step)." + String(repeating: "x", count: 120)
    }
}
