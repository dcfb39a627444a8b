import Foundation

/// Every byte that lies in the hub's data folder.
struct HubFiles {
    private let contents: [Data]

    init(_ path: String) throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: path)
        contents = files.compactMap { FileManager.default.contents(atPath: path + "/" + $0) }
    }

    func contain(_ bytes: [UInt8]) throws -> Bool {
        contents.contains { $0.range(of: Data(bytes)) != nil }
    }
}
