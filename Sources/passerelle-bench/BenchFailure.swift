/// Why a measurement stopped.
enum BenchFailure: Error, CustomStringConvertible {
    /// SQLite refused a statement of the plain side.
    case sqlite(code: Int32, message: String)
    /// The store did not do what was measured, so its time means nothing.
    case wrongWork(String)

    var description: String {
        switch self {
        case .sqlite(let code, let message):
            "SQLite failed with \(code) (\(message)): look for room in the temporary folder"
        case .wrongWork(let what): "\(what): the figure would mean nothing"
        }
    }
}
