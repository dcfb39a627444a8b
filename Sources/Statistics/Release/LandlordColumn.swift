/// One figure of each landlord beside the region's exact total, with the small ones hidden.
///
/// A figure is hidden where it, or what is left of its base without it, is too small. What is hidden
/// is of two landlords at least and large enough together, so that nobody finds one by subtraction.
package struct LandlordColumn: Sendable, Equatable {
    /// Who reads it: a landlord knows its own figure and takes it away from what is hidden.
    package enum Readers: Sendable {
        case union
        case landlordsToo
    }

    /// A landlord's figure and the figure of which it is a part.
    package struct Entry: Sendable, Equatable {
        package let code: String
        package let value: Int
        package let base: Int

        package init(code: String, value: Int, base: Int) {
            self.code = code
            self.value = value
            self.base = base
        }

        func isSafe(_ threshold: Int) -> Bool {
            value >= threshold && base - value >= threshold
        }
    }

    /// The figures that may be seen, by landlord; the others are hidden.
    package let shown: [String: Int]
    package let hidden: Set<String>
    /// The sum of the hidden ones, which anybody can work out.
    package let hiddenSum: Int

    package init(_ entries: [Entry], threshold: Int, readers: Readers = .union) {
        var shown = entries.filter { $0.isSafe(threshold) }
            .sorted { ($1.value, $1.code) < ($0.value, $0.code) }
        var hidden = entries.filter { !$0.isSafe(threshold) }
        while !Self.isSafe(hidden, threshold, readers), let smallest = shown.popLast() {
            hidden.append(smallest)
        }
        self.shown = Dictionary(
            shown.map { ($0.code, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        self.hidden = Set(hidden.map(\.code))
        hiddenSum = hidden.reduce(0) { $0 + $1.value }
    }

    private static func isSafe(_ hidden: [Entry], _ threshold: Int, _ readers: Readers) -> Bool {
        guard !hidden.isEmpty else { return true }
        let rest = Entry(
            code: "",
            value: hidden.reduce(0) { $0 + $1.value },
            base: hidden.reduce(0) { $0 + $1.base }
        )
        let leavers = readers == .landlordsToo ? hidden : []
        return hidden.count >= 2 && rest.isSafe(threshold)
            && leavers.allSatisfy { own in
                let others = Entry(
                    code: "",
                    value: rest.value - own.value,
                    base: rest.base - own.base
                )
                return others.isSafe(threshold)
            }
    }
}
