/// How far a word that was typed is from a word that is known: letters missing, too many, taken for
/// another or in the wrong order.
enum TypingMistakes {
    /// So many are let pass in a word: none in a short one, where they would find everybody.
    static func allowed(in word: [UInt8]) -> Int { word.count < 4 ? 0 : word.count < 8 ? 1 : 2 }

    /// The fewest mistakes by which `typed` begins `known`; nil where there are more than `limit`.
    static func count(in typed: [UInt8], asStartOf known: [UInt8], upTo limit: Int) -> Int? {
        guard known.count + limit >= typed.count else { return nil }
        if limit == 0 { return known.starts(with: typed) ? 0 : nil }
        let width = min(known.count, typed.count + limit)
        var before: [Int] = []
        var last = Array(0...width)
        for row in 1...typed.count {
            var next = [row] + [Int](repeating: 0, count: width)
            for column in stride(from: 1, through: width, by: 1) {
                let isSame = typed[row - 1] == known[column - 1]
                next[column] = min(
                    last[column] + 1,
                    next[column - 1] + 1,
                    last[column - 1] + (isSame ? 0 : 1)
                )
                if row > 1, column > 1, typed[row - 1] == known[column - 2],
                    typed[row - 2] == known[column - 1]
                {
                    next[column] = min(next[column], before[column - 2] + 1)
                }
            }
            guard next.min() ?? 0 <= limit else { return nil }
            (before, last) = (last, next)
        }
        // The typed word may be the start of the known one: what follows is no mistake.
        let fewest = last.min() ?? 0
        return fewest <= limit ? fewest : nil
    }
}
