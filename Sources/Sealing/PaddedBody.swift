/// A body with its padding: the content, one byte 0x80, and zeros up to the Padmé length.
struct PaddedBody {
    private static let mark: UInt8 = 0x80

    private let content: [UInt8]
    let count: Int

    init(_ content: [UInt8]) {
        self.content = content
        count = Self.length(of: content.count)
    }

    /// The length of so many bytes with their padding.
    static func length(of content: Int) -> Int { Padme.padded(content + 1) }

    /// The bytes at some places; those of the content alone are not copied.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        guard range.upperBound > content.count else { return content[range] }
        var piece = Array(content.dropFirst(range.lowerBound))
        if range.contains(content.count) { piece.append(Self.mark) }
        piece.append(contentsOf: repeatElement(0, count: range.count - piece.count))
        return piece[...]
    }

    /// Leaves the content alone, if the padding is the one that it must have.
    static func unpad(_ bytes: inout [UInt8]) throws(SealFailure) {
        guard let place = bytes.lastIndex(where: { $0 != 0 }), bytes[place] == mark,
            length(of: place) == bytes.count, place <= SealLimits.content
        else { throw .length }
        bytes.removeLast(bytes.count - place)
    }
}
