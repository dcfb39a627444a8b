import Foundation

/// Another process, run to its end.
enum ChildProcess {
    /// What a command prints; its first word is a path, or a name that is looked up.
    static func output(of command: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command.map { $0 == ownPath ? ownExecutable : $0 }
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure.wrongWork("\(command[0]) ended with \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static let ownPath = "/proc/self/exe"

    /// This program's own file: the link would name the other process's.
    private static var ownExecutable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: ownPath)) ?? ownPath
    }
}
