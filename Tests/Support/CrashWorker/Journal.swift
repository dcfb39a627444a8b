import Glibc

/// The worker's standard output: a line is out before the call returns, so that the harness knows
/// every acknowledgement however the process ends.
enum Journal {
    static func line(_ text: String) throws(WorkerFailure) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .unheard }
            rest = rest.dropFirst(count)
        }
    }
}
