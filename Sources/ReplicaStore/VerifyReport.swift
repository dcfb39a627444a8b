import Records

/// What an examination of a store found.
public struct VerifyReport: Hashable, Sendable {
    /// One thing that is not as it must be; it never holds a value of a field.
    public struct Finding: Hashable, Sendable {
        /// What kind of fault it is.
        public let code: Code
        /// The collection of the row, nil where it is of no single one.
        public let collection: String?
        /// The row, nil where it is of no single one.
        public let id: RecordID?
        /// What is wrong, in English.
        public let sentence: String
    }

    /// What kind of fault a finding is; more may come with a later version.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as text.
        public let rawValue: String

        /// Creates a code from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// SQLite finds its file damaged.
        public static let structure = Code(rawValue: "structure")
        /// Rows, or a table, that cannot be read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// A table, column, index or trigger that is missing or was changed.
        public static let schema = Code(rawValue: "schema")
        /// A row clock that cannot be read, or not in its one form.
        public static let clock = Code(rawValue: "clock")
        /// A write that this store has not counted as seen.
        public static let notCovered = Code(rawValue: "dot-not-covered")
        /// One write named by two rows.
        public static let repeated = Code(rawValue: "dot-repeated")
        /// A field with a value and no write, or a write that its kind of field cannot have.
        public static let field = Code(rawValue: "field")
        /// A set or counter that differs from its members or shares.
        public static let composite = Code(rawValue: "composite")
        /// A concurrent version missing, stray, or shown in the place of another.
        public static let sibling = Code(rawValue: "sibling")
        /// A row that is shown and buried, or the one in the place of the other.
        public static let place = Code(rawValue: "place")
        /// An arrival number given twice, or never given.
        public static let arrival = Code(rawValue: "arrival")
        /// Counters on the disk that differ from those in use.
        public static let counters = Code(rawValue: "counters")
        /// A waiting bundle that cannot be read to its end.
        public static let held = Code(rawValue: "held-bundle")
        /// A value of an unknown field that is missing, or of no live write.
        public static let unknown = Code(rawValue: "unknown-value")
        /// An erased row of which something is left, or an erasure not ended.
        public static let erasure = Code(rawValue: "erasure")
        /// A digest that differs from the one counted from the rows.
        public static let digest = Code(rawValue: "digest")
    }

    /// The most findings that are listed.
    public static let maximumFindings = 1_000

    /// The findings, at most ``maximumFindings`` of them.
    public private(set) var findings: [Finding] = []
    /// How many there are in all.
    public private(set) var count = 0
    /// How many rows were read, deleted ones included.
    public internal(set) var rows = 0

    init() {}

    /// Whether nothing was found.
    public var isSound: Bool { count == 0 }

    mutating func add(_ code: Code, _ row: RowName? = nil, _ sentence: String) {
        count += 1
        guard findings.count < Self.maximumFindings else { return }
        findings.append(
            Finding(code: code, collection: row?.collection, id: row?.id, sentence: sentence)
        )
    }
}
