/// The first names of many in their order, in bounded memory.
struct LowestNames {
    private let limit: Int
    private var names: [String] = []
    private(set) var hasDropped = false

    init(limit: Int) { self.limit = max(0, limit) }

    mutating func insert(_ name: String) {
        names.append(name)
        // Sorted once for as many names as are kept, so that a name costs what a sort costs it.
        if names.count - limit >= max(limit, 1_000) { cut() }
    }

    /// The names kept, in their order.
    mutating func sorted() -> [String] {
        cut()
        return names
    }

    private mutating func cut() {
        names.sort()
        guard names.count > limit else { return }
        names.removeLast(names.count - limit)
        hasDropped = true
    }
}
