import Crypto
import Foundation

/// A body sealed piece by piece (STREAM): AES-256-GCM over chunks of 16 KiB.
///
/// The nonce tells the number of the chunk and whether it is the last, which is shorter than the others
/// and possibly empty, so that chunks cannot be moved, repeated or left out.
/// The key belongs to one body and is bound to its header, so no other data is authenticated.
struct ChunkedSeal {
    static let chunkLength = 16_384
    static let tagLength = 16

    let key: SymmetricKey

    /// What so many bytes take sealed.
    static func sealedLength(of plain: Int) -> Int { plain + (plain / chunkLength + 1) * tagLength }

    /// Whether a sealed body can end there: its last chunk is there and not full.
    static func canEnd(after length: Int) -> Bool {
        length % (chunkLength + tagLength) >= tagLength
    }

    /// Seals bytes onto the end of others.
    func seal(_ plain: PaddedBody, onto sealed: inout [UInt8]) throws(SealFailure) {
        for index in 0...plain.count / Self.chunkLength {
            let start = index * Self.chunkLength
            let end = min(start + Self.chunkLength, plain.count)
            let isLast = end - start < Self.chunkLength
            do {
                let nonce = try Self.nonce(index, isLast: isLast)
                let box = try AES.GCM.seal(plain[start..<end], using: key, nonce: nonce)
                box.ciphertext.withUnsafeBytes { sealed.append(contentsOf: $0) }
                box.tag.withUnsafeBytes { sealed.append(contentsOf: $0) }
            } catch { throw .library }
        }
    }

    /// Opens sealed bytes, whose length was found possible.
    func open(_ sealed: ArraySlice<UInt8>) throws(SealFailure) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(sealed.count)
        let step = Self.chunkLength + Self.tagLength
        for index in 0...sealed.count / step {
            let start = sealed.startIndex + index * step
            let chunk = sealed[start..<min(start + step, sealed.endIndex)]
            guard chunk.count >= Self.tagLength else { throw .truncated }
            let tag = chunk.suffix(Self.tagLength)
            do {
                let box = try AES.GCM.SealedBox(
                    nonce: try Self.nonce(index, isLast: chunk.count < step),
                    ciphertext: chunk.dropLast(Self.tagLength),
                    tag: tag
                )
                let opened = try AES.GCM.open(box, using: key)
                opened.withUnsafeBytes { plain.append(contentsOf: $0) }
            } catch { throw .badTag }
        }
        return plain
    }

    /// Eleven bytes of the chunk's number, and 1 for the last chunk.
    private static func nonce(_ index: Int, isLast: Bool) throws -> AES.GCM.Nonce {
        var bytes = [UInt8](repeating: 0, count: 12)
        for place in 0..<8 {
            bytes[10 - place] = UInt8(truncatingIfNeeded: index >> (8 * place))
        }
        bytes[11] = isLast ? 1 : 0
        return try AES.GCM.Nonce(data: bytes)
    }
}
