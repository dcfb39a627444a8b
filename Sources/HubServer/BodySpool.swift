import Foundation
import HubWire
import Hummingbird
import NIOCore
import Sealing
import Seams

/// Takes a body in under a cap, a large one to a file, before anything reads it.
struct BodySpool {
    /// What is kept in memory.
    private static let small = 256 << 10

    let folder: String
    let entropy: any Entropy

    func collect(_ request: Request, limit: Int) async throws -> [UInt8] {
        let announced = request.field("content-length").flatMap { Int($0) }
        if let announced, announced > limit { throw HubRefusal(.tooLarge) }
        var bytes: [UInt8] = []
        var file: SpoolFile?
        var count = 0
        for try await piece in request.body {
            count += piece.readableBytes
            guard count <= limit else { throw HubRefusal(.tooLarge) }
            if file == nil, count > Self.small {
                file = try SpoolFile(folder + "/" + entropy.bytes(16).hexadecimal)
                try file?.write(bytes)
                bytes = []
            }
            if let file {
                try file.write(Array(piece.readableBytesView))
            } else {
                bytes += piece.readableBytesView
            }
        }
        return try file?.bytes() ?? bytes
    }
}
