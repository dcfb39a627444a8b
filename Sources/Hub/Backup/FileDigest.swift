import Crypto
import Foundation
import HubStorage
import Sealing

/// The SHA-256 of a file that may be larger than memory.
enum FileDigest {
    private static let piece = 1 << 20

    static func of(_ path: String) throws -> (hex: String, bytes: Int) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw HubFailure.fileMissing(path: path)
        }
        defer { try? handle.close() }
        var hash = SHA256()
        var count = 0
        while let data = try handle.read(upToCount: piece), !data.isEmpty {
            hash.update(data: data)
            count += data.count
        }
        return (Array(hash.finalize()).hexadecimal, count)
    }
}
