import Foundation
import GRDB
import Records
import ReplicaStore

/// Something signed that the region's partition carries to all landlords.
///
/// Whoever writes in the partition can put another paper in its place, so each reader checks the
/// signature that it bears: the partition only carries it.
package struct SignedPaper: Hashable, Sendable {
    static let collection = "signed_paper"

    package enum Kind: String, Sendable {
        /// What the region has decided, signed by the hub; its subject is empty.
        case policy
        /// By which keys a landlord's administrator is known; its subject is the landlord's code.
        case administrator
        /// A period's key, sealed to an administrator; its subject is « PERIOD CODE ».
        case periodKey = "period-key"
    }

    package let kind: Kind
    package let subject: String
    package let bytes: [UInt8]

    package init(_ kind: Kind, about subject: String, _ bytes: [UInt8]) {
        (self.kind, self.subject, self.bytes) = (kind, subject, bytes)
    }

    /// The papers in the region's store, in the order of their subjects.
    package static func all(_ kind: Kind, in region: Replica) throws -> [SignedPaper] {
        try region.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT subject, bytes FROM signed_paper WHERE kind = ? ORDER BY subject",
                arguments: [kind.rawValue]
            ).compactMap { row in
                guard let subject = row["subject"] as String?, let bytes = row["bytes"] as Data?
                else { return nil }
                return SignedPaper(kind, about: subject, Array(bytes))
            }
        }
    }

    /// Puts papers in the place of those of the same kind and subject; what stands there is not written
    /// again.
    package static func put(_ papers: [SignedPaper], in region: Replica) throws {
        let standing = try Set(papers.map(\.kind)).flatMap { try all($0, in: region) }
        let news = papers.filter { !standing.contains($0) }
        guard !news.isEmpty else { return }
        try region.write { transaction in
            for paper in news {
                if try !transaction.update(collection, id: paper.id, paper.values) {
                    try transaction.insert(collection, id: paper.id, paper.values)
                }
            }
        }
    }

    private var id: RecordID {
        .natural(Self.collection, Array(kind.rawValue.utf8), Array(subject.utf8))
    }

    private var values: [String: Value] {
        ["kind": .text(kind.rawValue), "subject": .text(subject), "bytes": .blob(bytes)]
    }
}
