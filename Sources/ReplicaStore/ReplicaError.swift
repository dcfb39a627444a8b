/// Why a store refuses: a code to act on and a sentence to show, never personal data.
public struct ReplicaError: Error, Hashable, Sendable {
    /// What kind of refusal it is; more may come with a later version.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as text.
        public let rawValue: String

        /// Creates a code from its text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no store at the path.
        public static let missing = Code(rawValue: "store-missing")
        /// A store stands there already.
        public static let exists = Code(rawValue: "store-exists")
        /// The file is no store.
        public static let notAStore = Code(rawValue: "not-a-store")
        /// The store is damaged; it is left as it is.
        public static let damaged = Code(rawValue: "store-damaged")
        /// The store was written by a newer version.
        public static let newerStore = Code(rawValue: "newer-store")
        /// The store lies on a network file system.
        public static let networkFileSystem = Code(rawValue: "network-file-system")
        /// Another process writes to the store.
        public static let busy = Code(rawValue: "store-busy")
        /// No room is left; nothing was written.
        public static let diskFull = Code(rawValue: "disk-full")
        /// The disk failed to read or write this time; nothing was changed, try again.
        public static let diskFailed = Code(rawValue: "disk-failed")
        /// The store or its folder may not be written.
        public static let readOnly = Code(rawValue: "read-only")
        /// The bytes are no bundle of this version.
        public static let badBundle = Code(rawValue: "bad-bundle")
        /// The bundle is of another partition.
        public static let otherPartition = Code(rawValue: "other-partition")
        /// The bundle builds on writes that were not received yet.
        public static let baseNotCovered = Code(rawValue: "base-not-covered")
        /// The bundle contradicts itself or what is known.
        public static let contradiction = Code(rawValue: "contradiction")
        /// Two stores wrote under one replica id; what the second brings is not merged.
        public static let forked = Code(rawValue: "replica-forked")
        /// The bundle holds a collection or field that is not declared here, in a partition where
        /// what is not declared may not be kept.
        public static let unknownField = Code(rawValue: "unknown-field")
        /// There is no such collection, field, row or conflict.
        public static let notFound = Code(rawValue: "not-found")
        /// The row was erased for good.
        public static let erased = Code(rawValue: "row-erased")
        /// A value of the wrong type for its field.
        public static let badValue = Code(rawValue: "bad-value")
        /// A row takes more bytes than a bundle carries.
        public static let tooLarge = Code(rawValue: "value-too-large")
        /// Somebody wrote since, so that a decision can no longer be undone.
        public static let superseded = Code(rawValue: "superseded")
        /// SQLite refused a statement.
        public static let statement = Code(rawValue: "statement")
    }

    /// What kind of refusal it is.
    public let code: Code
    /// What happened and what to do about it, in English.
    public let message: String

    /// Creates a refusal.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension ReplicaError: CustomStringConvertible {
    /// The message, then the code.
    public var description: String { "\(message) [\(code.rawValue)]" }
}
