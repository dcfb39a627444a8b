import Causality
import Records

/// What every reader and writer asks of the elements of one write.
enum ElementRules {
    /// Checks that elements ascend, each cell once, and that tags and keys are within their bounds.
    static func check(_ elements: [Element]) throws(FormatFailure) {
        for element in elements {
            guard (1...Schema.maximumTag).contains(element.tag) else {
                throw .notCanonical("a tag")
            }
            try check(keyCount: UInt64(element.key.count))
        }
        for (left, right) in zip(elements, elements.dropFirst()) {
            guard left < right else { throw .notCanonical("the elements of a row") }
        }
    }

    static func check(keyCount: UInt64) throws(FormatFailure) {
        let limit = UInt64(ByteReader.maximumElement)
        guard keyCount <= limit else {
            throw .limit(what: "the bytes of an element", value: keyCount, limit: limit)
        }
    }
}
