import Foundation
import HostSystem
import Seams
import Tenancy

/// Reads a file that somebody named, up to a size.
enum ImportSource {
    /// A landlord's mapping is a page of text.
    static let mappingLimit = 1_048_576

    /// The bytes of a regular file.
    ///
    /// - Throws: ``DiskFailure`` that says what stands there instead, or ``TenancyError``.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let url = URL(filePath: path)
        let name = url.lastPathComponent
        let folder = HostFolder(url.deletingLastPathComponent().path(percentEncoded: false))
        let size: Int
        do {
            size = try folder.size(of: name)
        } catch .noFolder {
            throw TenancyError(.notFound, "there is no file at \(path): check the name")
        } catch .notAFile {
            throw TenancyError(.refused, "\(path) is no regular file: name the file itself")
        }
        guard size <= limit else {
            throw DiskFailure.tooLarge(name: path, bytes: size, limit: limit)
        }
        return try folder.read(name, from: 0, count: size)
    }
}
