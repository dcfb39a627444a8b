import Crypto
import Foundation
import Seams

/// What the cookie of a session holds, and what follows from it.
struct SessionToken: Hashable, Sendable {
    private static let length = 32

    /// The text of the cookie.
    let text: String

    init(_ entropy: any Entropy) {
        text = Data(entropy.bytes(Self.length)).base64URL
    }

    init(cookie text: some StringProtocol) { self.text = String(text) }

    /// What every form of this session bears, so that no other page can post in its place.
    var formToken: String { Data(code("form").prefix(18)).base64URL }

    /// Whether a form bears it; the comparison takes the same time for every other text.
    func accepts(form text: String) -> Bool {
        let (mine, theirs) = (Array(formToken.utf8), Array(text.utf8))
        guard mine.count == theirs.count else { return false }
        return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The key under which this session names rows of one kind.
    func key(for kind: Handle.Kind) -> SymmetricKey { SymmetricKey(data: code(kind.rawValue)) }

    /// A name for a text, by which a form gives it back without bearing it.
    func seal(_ text: String) -> String { Data(code("seal/" + text).prefix(12)).base64URL }

    private func code(_ purpose: String) -> Data {
        Data(
            HMAC<SHA256>.authenticationCode(
                for: Data("passerelle/1/desk/\(purpose)".utf8),
                using: SymmetricKey(data: Data(text.utf8))
            )
        )
    }
}
