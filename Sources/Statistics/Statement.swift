/// A landlord's counts for one programme at one cutoff: a whole replacement, with no row per person.
package struct Statement: Sendable, Hashable {
    /// The form that this version of the software writes and reads.
    package static let schema = 1

    /// The largest single count, objective or version: beyond it something was miscounted.
    package static let largestCount = 1_000_000_000

    /// The largest statement, in bytes.
    package static let largestSize = 65_536

    package let landlord: Landlord
    package let programme: String
    package let cutoff: UTCDay
    package let version: Int
    package let counts: Counts
    /// The landlord's part of the programme's objective, in persons.
    package let objectiveShare: Int?
    /// How many participants live in a QPV; nil of a sender that does not say.
    package let neighbourhoods: NeighbourhoodCounts?
    /// The hours of the programme's worksites; nil where there is none.
    package let worksites: WorksiteHours?
    /// How many indicators were sent that this version of the software does not know.
    package let unknownIndicators: Int

    package init(
        landlord: Landlord,
        programme: String,
        cutoff: UTCDay,
        version: Int,
        counts: Counts,
        objectiveShare: Int? = nil,
        neighbourhoods: NeighbourhoodCounts? = nil,
        worksites: WorksiteHours? = nil
    ) throws(StatementFailure) {
        try self.init(
            landlord: landlord,
            programme: programme,
            cutoff: cutoff,
            version: version,
            counts: counts,
            objectiveShare: objectiveShare,
            neighbourhoods: neighbourhoods,
            worksites: worksites,
            unknownIndicators: 0
        )
    }

    init(
        landlord: Landlord,
        programme: String,
        cutoff: UTCDay,
        version: Int,
        counts: Counts,
        objectiveShare: Int?,
        neighbourhoods: NeighbourhoodCounts? = nil,
        worksites: WorksiteHours? = nil,
        unknownIndicators: Int
    ) throws(StatementFailure) {
        do {
            self.programme = try PublicName.code(programme, of: .programmeCode)
        } catch {
            throw .name(error)
        }
        try Self.check(version, in: 1, as: "version")
        if let objectiveShare { try Self.check(objectiveShare, in: 0, as: "objective_share") }
        try Self.check(counts)
        try neighbourhoods?.check(participants: counts[.participants])
        try worksites?.check()
        self.landlord = landlord
        self.cutoff = cutoff
        self.version = version
        self.counts = counts
        self.objectiveShare = objectiveShare
        self.neighbourhoods = neighbourhoods
        self.worksites = worksites
        self.unknownIndicators = unknownIndicators
    }

    private static func check(
        _ value: Int,
        in lowest: Int,
        as field: String
    ) throws(StatementFailure) {
        guard (lowest...largestCount).contains(value) else {
            throw .outOfRange(field: field, value: value)
        }
    }

    private static func check(_ counts: Counts) throws(StatementFailure) {
        for (indicator, count) in counts.inOrder {
            guard count <= largestCount else { throw .countTooLarge(indicator, count) }
        }
        guard let rule = ConsistencyRule.broken(by: counts) else { return }
        let sum = rule.parts.reduce(0) { $0 + counts[$1] }
        throw .inconsistent(rule, sum: sum, limit: counts[rule.whole])
    }
}
