/// What the region has decided about its publications.
package struct ReleasePolicy: Sendable, Equatable {
    static let schema = 1
    static let largestSize = 65_536

    /// The fewest persons that anybody may see or work out.
    package let threshold: Int
    /// The fewest landlords behind a published block.
    package let fewestLandlords: Int
    /// The largest share of a block that one landlord may have, in percent.
    package let largestShare: Int
    /// How many releases stay visible, against all of which a new one is checked.
    package let keptReleases: Int
    /// The fewest days between two publications of a table, by axis.
    package let days: [Axis: Int]
    package let catalogue: Int
    /// The landlords that let their persons be counted once across landlords.
    package let tokenLandlords: Set<String>
    /// The period of whose key their tokens are, and the landlord whose administrator makes that key.
    package let period: Period?

    /// Under which key the tokens of a time are made, and who makes it.
    package struct Period: Sendable, Equatable {
        package let name: String
        package let keyMaker: String

        package init(name: String, keyMaker: String) {
            (self.name, self.keyMaker) = (name, keyMaker)
        }
    }

    /// What holds where the region decides nothing: territories weekly, everything else monthly.
    package static let usualDays: [Axis: Int] = [
        .territory: 7, .neighbourhood: 7, .age: 28, .sex: 28, .month: 28,
    ]

    package init(
        threshold: Int = Threshold.usual,
        fewestLandlords: Int = 3,
        largestShare: Int = 85,
        keptReleases: Int = 13,
        days: [Axis: Int] = usualDays,
        catalogue: Int = Catalogue.current.version,
        tokenLandlords: Set<String> = [],
        period: Period? = nil
    ) throws(PolicyFailure) {
        try Self.check(threshold, in: Threshold.range, "threshold")
        try Self.check(fewestLandlords, in: 3...1_000, "fewest_landlords")
        try Self.check(largestShare, in: 50...85, "largest_share")
        try Self.check(keptReleases, in: 1...366, "kept_releases")
        for axis in Axis.allCases {
            guard let interval = days[axis] else { throw .missing("days_" + axis.code) }
            try Self.check(interval, in: 1...366, "days_" + axis.code)
        }
        do {
            _ = try Catalogue.find(version: catalogue)
            for landlord in tokenLandlords { _ = try PublicName.code(landlord, of: .landlordCode) }
        } catch let failure as CatalogueFailure {
            throw .catalogue(failure)
        } catch {
            throw .badLandlord
        }
        if let period {
            guard (try? PublicName.code(period.name, of: .periodName)) != nil else {
                throw .badPeriod
            }
            guard tokenLandlords.contains(period.keyMaker) else { throw .foreignKeyMaker }
        }
        self.threshold = threshold
        self.fewestLandlords = fewestLandlords
        self.largestShare = largestShare
        self.keptReleases = keptReleases
        self.days = days
        self.catalogue = catalogue
        self.tokenLandlords = tokenLandlords
        self.period = period
    }

    private static func check(
        _ value: Int,
        in range: ClosedRange<Int>,
        _ field: String
    ) throws(PolicyFailure) {
        guard range.contains(value) else {
            throw .outOfRange(
                field: field,
                value: value,
                lowest: range.lowerBound,
                greatest: range.upperBound
            )
        }
    }

    /// Whether a block of persons may be published.
    ///
    /// Every group holds enough persons even for a landlord that takes its own away, enough landlords
    /// stand behind the block, and none of them is nearly all of it.
    func allows(_ block: Contributions) -> Bool {
        for (group, total) in block.total.enumerated() {
            let largest = block.parts.values.map { $0[group] }.max() ?? 0
            guard total - largest >= threshold else { return false }
        }
        return allowsVolume(block)
    }

    /// Whether a volume in which nobody is counted may be published.
    func allowsVolume(_ block: Contributions) -> Bool {
        block.landlords >= fewestLandlords
            && block.largestPart * 100 <= block.size * largestShare
    }
}
