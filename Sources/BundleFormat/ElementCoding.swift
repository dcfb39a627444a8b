import Causality
import Records

/// The members of sets and the shares of counters, the same in a row's clock and in a delta.
extension ByteWriter {
    package mutating func elements(_ elements: [Element]) {
        count(elements.count)
        for element in elements {
            byte(element.tag)
            lengthPrefixed(element.key)
            varint(element.increments)
            varint(element.decrements)
        }
    }
}

extension ByteReader {
    /// The most bytes that a member of a set takes.
    package static let maximumElement = 4_096

    /// Elements in their one order, each cell once.
    package mutating func elements() throws(FormatFailure) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<(try count("elements")) { elements.append(try element()) }
        try ElementRules.check(elements)
        return elements
    }

    private mutating func element() throws(FormatFailure) -> Element {
        let tag = try byte()
        let key = try raw(try count("the bytes of an element", limit: Self.maximumElement))
        return Element(
            tag: tag,
            key: Array(key),
            increments: try varint(),
            decrements: try varint()
        )
    }
}
