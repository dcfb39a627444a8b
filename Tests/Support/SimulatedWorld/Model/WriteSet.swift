/// A set of transactions, by the numbers that the history gave them.
package struct WriteSet: Hashable, Sendable {
    private var words: [UInt64] = []

    package init() {}

    package mutating func insert(_ number: Int) {
        while words.count <= number / 64 { words.append(0) }
        words[number / 64] |= 1 << UInt64(number % 64)
    }

    package func contains(_ number: Int) -> Bool {
        number / 64 < words.count && words[number / 64] & 1 << UInt64(number % 64) != 0
    }

    package func isSubset(of other: WriteSet) -> Bool {
        words.indices.allSatisfy { index in
            words[index] & ~(index < other.words.count ? other.words[index] : 0) == 0
        }
    }

    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    package var isEmpty: Bool { count == 0 }

    package var numbers: [Int] {
        words.indices.flatMap { index in
            (0..<64).filter { words[index] & 1 << UInt64($0) != 0 }.map { index * 64 + $0 }
        }
    }

    package mutating func formUnion(_ other: WriteSet) {
        for number in other.numbers { insert(number) }
    }

    package func subtracting(_ other: WriteSet) -> WriteSet {
        var rest = WriteSet()
        for number in numbers where !other.contains(number) { rest.insert(number) }
        return rest
    }

    package func intersection(_ other: WriteSet) -> WriteSet {
        var common = WriteSet()
        for number in numbers where other.contains(number) { common.insert(number) }
        return common
    }
}
