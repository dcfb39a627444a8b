/// What one nightly reconciliation found: what came, what was refused and why, what is missing.
///
/// It is written as JSON and signed; the names of its fields never change.
package struct NightReport: Codable, Hashable, Sendable {
    /// What a drop folder held, by its place in the list of folders that was given.
    package struct Road: Codable, Hashable, Sendable {
        package var folder: Int
        package var files = 0
        /// How many were news to a mailbox.
        package var taken = 0
        /// How many bundles of the mailbox were left for those who read the folder.
        package var given = 0
        package var refused: [Refused] = []
    }

    package struct Refused: Codable, Hashable, Sendable {
        /// Our own name of a file, or its place in the order of the names: a name may tell on somebody.
        package let what: String
        package let reason: String
    }

    package struct Landlord: Codable, Hashable, Sendable {
        /// The landlord's random identity.
        package let id: String
        /// Its short code; nil while nothing came.
        package let code: String?
        package let bundles: Int
        package let bytes: Int
        /// How many bundles the night's compaction took away.
        package let removed: Int
        /// The day on which something came last, and how many days ago that is.
        package let heardOn: String?
        package let ageDays: Int?
        /// How many bundles are numbered and neither here nor covered.
        package let missing: Int
        /// How many logs were met that contradict the landlord's own.
        package let forks: Int
    }

    /// What became of the statements of the day, whichever run took them.
    package struct Statements: Codable, Hashable, Sendable {
        package var accepted = 0
        package var refused: [Refused] = []
    }

    /// The release of a programme's tables.
    package struct Release: Codable, Hashable, Sendable {
        package let programme: String
        /// Its number; nil where none came out that night.
        package var number: Int?
        package var reason: String?
        /// How many participants there are, and whether each is counted once; nil before any statement.
        package var persons: String?
    }

    /// A landlord that a programme expects, without a statement of the day.
    package struct Silent: Codable, Hashable, Sendable {
        package let programme: String
        package let landlord: String
        package let ageDays: Int?
    }

    package struct Region: Codable, Hashable, Sendable {
        /// How many bundles of members told something new.
        package var applied = 0
        package var refused: [Refused] = []
        /// How many mailboxes got the region anew.
        package var posted = 0
    }

    package var schema = 1
    /// The UTC day, as YYYY-MM-DD.
    package let day: String
    /// 1, and one more each time that the operator asks for the same day again.
    package let revision: Int
    /// The hub's key, in hexadecimal.
    package let hub: String
    /// The SHA-256 of the report before this one.
    package let previous: String?
    package var roads: [Road] = []
    package var statements = Statements()
    package var releases: [Release] = []
    package var silent: [Silent] = []
    package var region = Region()
    package var landlords: [Landlord] = []

    /// Whether something is left for somebody to look at.
    package var needsAttention: Bool {
        !silent.isEmpty || !statements.refused.isEmpty || !region.refused.isEmpty
            || roads.contains { !$0.refused.isEmpty }
            || landlords.contains { $0.forks > 0 || $0.missing > 0 }
    }
}
