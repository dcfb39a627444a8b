import Crypto
import Foundation
import HubWire
import Hummingbird
import NIOCore
import Sealing
import Seams

/// Takes a body in under a cap and checks its digest as it comes, a large one to a file, before anything
/// reads it.
struct BodySpool {
    /// What is kept in memory.
    static let small = 256 << 10
    /// So many large bodies are whole in memory at once.
    private static let places = 4

    let folder: String
    let entropy: any Entropy
    private let gate = BodyGate(places: places)

    init(folder: String, entropy: any Entropy) {
        (self.folder, self.entropy) = (folder, entropy)
    }

    /// Receives the body that has the digest, then works on it; one that waits for its turn is in its
    /// file.
    func with<Result>(
        _ request: Request,
        limit: Int,
        digest: ContentHash,
        _ work: ([UInt8]) async throws -> Result
    ) async throws -> Result {
        switch try await receive(request, limit, digest) {
        case .small(let bytes): return try await work(bytes)
        case .large(let file): return try await large { try await work(try file.bytes()) }
        }
    }

    /// Works on something large in its turn.
    func large<Result>(_ work: () async throws -> Result) async throws -> Result {
        try await gate.run(work)
    }

    private enum Spooled {
        case small([UInt8])
        case large(SpoolFile)
    }

    private func receive(
        _ request: Request,
        _ limit: Int,
        _ digest: ContentHash
    ) async throws -> Spooled {
        let announced = request.field("content-length").flatMap { Int($0) }
        if let announced, announced > limit { throw HubRefusal(.tooLarge) }
        var hash = SHA256()
        var bytes: [UInt8] = []
        var file: SpoolFile?
        var count = 0
        for try await buffer in request.body {
            count += buffer.readableBytes
            guard count <= limit else { throw HubRefusal(.tooLarge) }
            let piece = Array(buffer.readableBytesView)
            hash.update(data: piece)
            if file == nil, count > Self.small {
                file = try SpoolFile(folder + "/" + entropy.bytes(16).hexadecimal)
                try file?.write(bytes)
                bytes = []
            }
            if let file { try file.write(piece) } else { bytes += piece }
        }
        guard digest == ContentHash(bytes: Array(hash.finalize())) else {
            throw HubRefusal(.digest)
        }
        return file.map { .large($0) } ?? .small(bytes)
    }
}
