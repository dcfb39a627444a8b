import Foundation
import HostSystem

/// A file that somebody named for what a command writes.
struct OutputFile {
    private let folder: HostFolder
    private let name: String

    init(_ path: String) {
        let url = URL(fileURLWithPath: path)
        folder = HostFolder(url.deletingLastPathComponent().path)
        name = url.lastPathComponent
    }

    /// Writes it, or one beside it with a longer name.
    func write(_ bytes: [UInt8], suffix: String = "") throws {
        try folder.write(bytes, as: name + suffix)
    }
}
