import Foundation

/// Says on standard error how far an import is, where somebody watches or the file is long.
struct ImportProgress {
    /// From this many rows on a log is told, too.
    private static let longFile = 20_000

    private let isTerminal = isatty(STDERR_FILENO) == 1

    func tell(_ taken: Int, of total: Int) {
        guard isTerminal || total > Self.longFile else { return }
        let end = isTerminal && taken + 1_000 <= total ? "\r" : "\n"
        FileHandle.standardError.write(Data("\(taken) of \(total) rows\(end)".utf8))
    }
}
