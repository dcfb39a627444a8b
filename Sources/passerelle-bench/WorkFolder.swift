import Foundation
import HostSystem

/// The temporary folder of one run.
struct WorkFolder {
    private let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/passerelle-bench-" + Self.newName()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Makes a folder inside that lives as long as the run.
    func make() throws -> String { try Self.make(Self.newName(), in: path) }

    /// Makes a folder of that name in another.
    static func make(_ name: String, in folder: String) throws -> String {
        let inner = folder + "/" + name
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        return inner
    }

    private static func newName() -> String {
        SystemEntropy().bytes(8).map { String($0, radix: 16) }.joined(separator: "-")
    }

    /// Runs a body with a folder of its own, gone afterwards.
    func inside<Result>(_ body: (String) throws -> Result) throws -> Result {
        let inner = try make()
        defer { try? FileManager.default.removeItem(atPath: inner) }
        return try body(inner)
    }

    /// How many bytes a file has.
    static func size(of file: String) throws -> Double {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return (attributes[.size] as? NSNumber)?.doubleValue ?? 0
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
