import Crypto
import Foundation
import HubWire
import Seams
import Synchronization

/// Issues nonces that cost no memory until they are used, and takes each once.
///
/// A nonce is the moment of its making, twelve random bytes and their seal by a key of this process:
/// none outlives a restart, which would have forgotten the used ones.
final class NonceIssuer: Sendable {
    /// How long a nonce serves: a device that synchronises once a day needs no second request.
    private static let life: UInt64 = 26 * 3_600_000
    /// So many used ones are remembered; then the key changes, and none of before serves.
    private static let most = 1_000_000

    private struct State {
        var key: SymmetricKey
        var used: Set<String> = []
    }

    private let clock: any WallClock
    private let entropy: any Entropy
    private let state: Mutex<State>

    init(_ clock: any WallClock, _ entropy: any Entropy) {
        self.clock = clock
        self.entropy = entropy
        state = Mutex(State(key: SymmetricKey(data: entropy.bytes(32))))
    }

    func issue() -> String {
        let now = clock.now()
        let moment = (0..<8).map { UInt8(truncatingIfNeeded: now >> (56 - 8 * $0)) }
        let body = moment + entropy.bytes(12)
        let key = state.withLock { $0.key }
        return Self.text(body + Self.seal(body, key))
    }

    /// Whether a nonce was issued here, is young enough and was not used.
    func isFresh(_ nonce: String) -> Bool {
        guard let bytes = Self.bytes(nonce) else { return false }
        let (key, isUsed) = state.withLock { ($0.key, $0.used.contains(nonce)) }
        let body = Array(bytes.prefix(20))
        let made = body.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        let now = clock.now()
        return !isUsed && Self.isEqual(Self.seal(body, key), Array(bytes.suffix(16)))
            && made <= now && now - made < Self.life
    }

    /// Takes a nonce; false where another request was first.
    func use(_ nonce: String) -> Bool {
        state.withLock { state in
            if state.used.count >= Self.most {
                state = State(key: SymmetricKey(data: entropy.bytes(32)))
            }
            return state.used.insert(nonce).inserted
        }
    }

    private static func seal(_ body: [UInt8], _ key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: body, using: key).prefix(16))
    }

    /// Takes the same time wherever the two differ.
    private static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let plain = text.replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
        guard let data = Data(base64Encoded: plain), data.count == 36 else { return nil }
        return Array(data)
    }
}
