import Glibc
import ReplicaStore

/// The process that the crash campaigns of Tests/Crash kill, starve and cut off.
///
/// `CrashWorker work ROOT FIRST COUNT` runs steps; `CrashWorker check ROOT FIRST COUNT` says what
/// is there, runs steps, and says it again. `CRASH_PRAGMAS=name=value,…` goes to both stores; with
/// `CRASH_HASTY` it acknowledges too early.
@main
enum CrashWorker {
    static func main() {
        let arguments = CommandLine.arguments
        do {
            guard arguments.count == 5, ["work", "check"].contains(arguments[1]),
                let first = Int(arguments[3]), let count = Int(arguments[4]), count >= 0
            else { throw WorkerFailure.usage }
            let pragmas = getenv("CRASH_PRAGMAS").map { String(cString: $0) } ?? ""
            let workshop = try Workshop(
                in: arguments[2],
                pragmas: pragmas,
                isHasty: getenv("CRASH_HASTY") != nil
            )
            let isCheck = arguments[1] == "check"
            if isCheck { try workshop.tell() }
            for step in first..<first + count { try workshop.run(step) }
            if isCheck { try workshop.tell() }
            try workshop.close()
            try Journal.line("done")
        } catch {
            stop(error)
        }
    }

    /// Leaves with a code of its own for a store that refuses to open.
    private static func stop(_ error: any Error) -> Never {
        if let error = error as? ReplicaError {
            try? Journal.line("closed \(error.code.rawValue) \(error.message)")
            exit(2)
        }
        try? Journal.line("stopped \(error)")
        exit(3)
    }
}

extension Workshop {
    fileprivate func close() throws {
        try a.replica.close()
        try b.replica.close()
    }
}
