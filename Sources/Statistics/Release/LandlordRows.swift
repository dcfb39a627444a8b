/// Which landlords' rows of a few figures may be seen beside the region's exact sums.
///
/// A row is shown whole or not at all. It is hidden where one of its parts, which count different
/// persons, is too small. The hidden rows are two at least, and each of their parts is large enough
/// in their sum: all that can be said of one of them is that its part is between 0 and that sum.
package struct LandlordRows: Sendable, Equatable {
    /// Who reads it: a landlord knows its own figure and takes it away from what is hidden.
    package enum Readers: Sendable {
        case union
        case landlordsToo
    }

    /// A landlord's row: the parts that its figures are made of, in the same order for each landlord.
    package struct Entry: Sendable, Equatable {
        package let code: String
        package let parts: [Int]

        package init(code: String, parts: [Int]) {
            self.code = code
            self.parts = parts
        }

        func isSafe(_ threshold: Int) -> Bool { parts.allSatisfy { $0 >= threshold } }

        var smallest: Int { parts.min() ?? 0 }
    }

    package let shown: Set<String>
    package let hidden: Set<String>

    /// Decides on the rows; those that are kept back already stay so.
    package init(
        _ entries: [Entry],
        threshold: Int,
        keptBack: Set<String> = [],
        readers: Readers = .union
    ) {
        func isOpen(_ entry: Entry) -> Bool {
            entry.isSafe(threshold) && !keptBack.contains(entry.code)
        }
        var shown = entries.filter(isOpen)
            .sorted { ($1.smallest, $1.code) < ($0.smallest, $0.code) }
        var hidden = entries.filter { !isOpen($0) }
        while !Self.isSafe(hidden, threshold, readers), let smallest = shown.popLast() {
            hidden.append(smallest)
        }
        self.shown = Set(shown.map(\.code))
        self.hidden = Set(hidden.map(\.code))
    }

    private static func isSafe(_ hidden: [Entry], _ threshold: Int, _ readers: Readers) -> Bool {
        guard let first = hidden.first else { return true }
        let sums = hidden.dropFirst().reduce(first.parts) { zip($0, $1.parts).map(+) }
        let leavers = readers == .landlordsToo ? hidden : []
        return hidden.count >= 2 && sums.allSatisfy { $0 >= threshold }
            && leavers.allSatisfy { own in
                zip(sums, own.parts).allSatisfy { $0 - $1 >= threshold }
            }
    }
}
