import Custody
import Foundation
import HostSystem

/// A file that a command is to make: its place is taken before anything relies on it.
struct OutFile {
    private let disk: HostFolder
    private let name: String

    private init(reserving path: String) throws {
        let url = URL(filePath: path)
        name = url.lastPathComponent
        disk = HostFolder(url.deletingLastPathComponent().path(percentEncoded: false))
        guard HostVolume().isAbsent(path) else {
            throw CustodyError(.exists, "something stands at \(path): choose another name")
        }
        try disk.write([], as: name)
    }

    /// Makes a file of the bytes that a body makes; where it fails, no file.
    static func make<Answer>(
        _ path: String,
        _ body: () throws -> (bytes: [UInt8], answer: Answer)
    ) throws -> Answer {
        let file = try OutFile(reserving: path)
        do {
            let made = try body()
            try file.disk.write(made.bytes, as: file.name)
            return made.answer
        } catch {
            try? file.disk.remove(file.name)
            throw error
        }
    }
}
