import Seams

/// What opens a session, once: sixteen letters and digits that can be typed from a terminal.
struct OpeningCode: Sendable {
    /// Thirty-two signs of which none is taken for another.
    private static let signs = Array("abcdefghjkmnpqrstuvwxyz023456789")
    private static let length = 16

    /// « k3fa-7h2m-… »: eighty random bits.
    let text: String

    init(_ entropy: any Entropy) {
        let drawn = entropy.bytes(Self.length).map { Self.signs[Int($0) % Self.signs.count] }
        text = stride(from: 0, to: Self.length, by: 4).map { String(drawn[$0..<($0 + 4)]) }
            .joined(separator: "-")
    }

    /// Whether that was typed: case, spaces and hyphens apart.
    func accepts(_ typed: String) -> Bool {
        func plain(_ text: String) -> [UInt8] {
            text.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        }
        let (mine, theirs) = (plain(text), plain(typed))
        guard mine.count == theirs.count else { return false }
        return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
