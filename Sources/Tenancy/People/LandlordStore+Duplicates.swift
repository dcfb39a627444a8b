import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// The presumed duplicates: pairs of files that nobody has merged or dismissed.
    package func duplicates() throws -> [DuplicateCandidate] {
        try replica.read { try DuplicateFinder($0).candidates() }
    }

    /// What changes whenever the presumed duplicates may have.
    package func duplicatesStamp() throws -> [Int64] {
        try replica.read { database in
            try ["tenant", "duplicate_decision"].flatMap { table -> [Int64] in
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT coalesce(max(_arrival), 0), count(*) FROM \(table)"
                )
                return row.map { [$0[0], $0[1]] } ?? []
            }
        }
    }

    /// The files that may be of the same person as this one.
    package func duplicates(of id: RecordID) throws -> [DuplicateCandidate] {
        try replica.read { database in
            try DuplicateFinder(database)
                .candidates(for: try Tenant.standing(for: id, database))
        }
    }

    /// Says that two files are of two persons: the pair is not listed again, on any laptop.
    package func dismissDuplicate(_ one: RecordID, _ other: RecordID) throws {
        try replica.write { transaction in
            let pair = try [one, other]
                .map { try Tenant.standing(for: $0, transaction.database).id }.sorted()
            guard pair[0] != pair[1] else {
                throw TenancyError(.refused, "both are one file already: name two")
            }
            let id = DuplicateFinder.decisionID(pair[0], pair[1])
            try transaction.putRow(
                "duplicate_decision",
                id,
                [
                    "first": .blob(pair[0].bytes), "second": .blob(pair[1].bytes),
                    "status": .text(DuplicateFinder.dismissed), "decided_by": .text(agent),
                ]
            )
        }
    }
}
