import Foundation
import GRDB
import Records
import ReplicaStore

/// Finds files that may be of one person, by the indexes of names, telephones and references.
struct DuplicateFinder {
    /// In a larger group, such as a landlord's own number, each file is set against the first only.
    private static let largestFullGroup = 8
    /// What the row of a dismissed pair says.
    static let dismissed = "distincts"

    private struct Pair: Hashable {
        let first: RecordID
        let second: RecordID

        init(_ one: RecordID, _ other: RecordID) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The identity of the decision on a pair, the same on every laptop.
    static func decisionID(_ one: RecordID, _ other: RecordID) -> RecordID {
        let pair = Pair(one, other)
        return .natural("duplicate_decision", pair.first.bytes, pair.second.bytes)
    }

    /// Every pair of the store that nobody dismissed, each once.
    func candidates() throws -> [DuplicateCandidate] {
        let roots = try TenantRoots(database)
        var reasons: [Pair: [DuplicateCandidate.Reason]] = [:]
        for reason in DuplicateCandidate.Reason.allCases {
            for group in try groups(alikeBy: reason) {
                let standing = Set(group.map(roots.root(of:))).sorted()
                for pair in Self.pairs(standing) { reasons[pair, default: []].append(reason) }
            }
        }
        return try candidates(reasons)
    }

    /// The pairs that one file makes with others.
    func candidates(for tenant: Tenant) throws -> [DuplicateCandidate] {
        var reasons: [Pair: [DuplicateCandidate.Reason]] = [:]
        for reason in DuplicateCandidate.Reason.allCases {
            let others = Set(try self.files(like: tenant, by: reason)).subtracting([tenant.id])
            for other in others { reasons[Pair(tenant.id, other), default: []].append(reason) }
        }
        return try candidates(reasons)
    }

    private func candidates(
        _ reasons: [Pair: [DuplicateCandidate.Reason]]
    ) throws -> [DuplicateCandidate] {
        let decided = try dismissals()
        return try reasons.filter {
            !decided.contains(Self.decisionID($0.key.first, $0.key.second))
        }
        .sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
        .compactMap { pair, reasons in
            guard let first = try Tenant.find(pair.first, database),
                let second = try Tenant.find(pair.second, database)
            else { return nil }
            let sorted = Set(reasons).sorted()
            return DuplicateCandidate(first: first, second: second, reasons: sorted)
        }
    }

    private func dismissals() throws -> Set<RecordID> {
        Set(
            try Data.fetchAll(
                database,
                sql: "SELECT id FROM duplicate_decision WHERE status = ?",
                arguments: [Self.dismissed]
            ).compactMap { RecordID(bytes: $0) }
        )
    }

    private static func pairs(_ group: [RecordID]) -> [Pair] {
        guard let first = group.first else { return [] }
        if group.count > largestFullGroup { return group.dropFirst().map { Pair(first, $0) } }
        return group.indices.flatMap { place in
            group[(place + 1)...].map { Pair(group[place], $0) }
        }
    }
}

extension DuplicateFinder {
    private func groups(alikeBy reason: DuplicateCandidate.Reason) throws -> [[RecordID]] {
        switch reason {
        case .sameErpRef:
            try keys("erp_ref", "erp_ref IS NOT NULL").map { try files("erp_ref = ?", [$0[0]]) }
        case .sameNameAndBirth:
            try keys("fold(last_name), fold(first_name), birth_date", "birth_date IS NOT NULL")
                .map { try files(Self.sameName, $0) }
        case .sameFirstNameAndPhone:
            try keys("phone_key(phone)", "phone_key(phone) > ''").flatMap { key in
                try byFirstName("phone_key(phone) = ?", key)
            }
        }
    }

    private static let sameName = "fold(last_name) = ? AND fold(first_name) = ? AND birth_date = ?"
    // The plus leaves the choice of the index to the telephone.
    private static let samePhone = "phone_key(phone) = ? AND +fold(first_name) = ?"

    /// The values that more than one file shares.
    private func keys(_ columns: String, _ condition: String) throws -> [[String]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(columns) FROM tenant WHERE \(condition)
                GROUP BY \(columns) HAVING count(*) > 1
                """
        )
        var keys: [[String]] = []
        while let row = try rows.next() {
            keys.append((0..<row.count).map { row[$0] as String? ?? "" })
        }
        return keys
    }

    private func files(_ condition: String, _ arguments: [String]) throws -> [RecordID] {
        let statement = try database.cachedStatement(
            sql: "SELECT id FROM tenant WHERE \(condition)"
        )
        return try Data.fetchAll(statement, arguments: StatementArguments(arguments))
            .compactMap { RecordID(bytes: $0) }
    }

    private func byFirstName(_ condition: String, _ key: [String]) throws -> [[RecordID]] {
        let statement = try database.cachedStatement(
            sql: "SELECT id, fold(first_name) FROM tenant WHERE \(condition)"
        )
        let rows = try Row.fetchAll(statement, arguments: StatementArguments(key))
        let groups = Dictionary(grouping: rows) { $0[1] as String? ?? "" }
        return groups.values.map { group in group.compactMap { RecordID($0, "id") } }
            .filter { $0.count > 1 }
    }

    /// The files, merges followed, that are like one.
    private func files(
        like tenant: Tenant,
        by reason: DuplicateCandidate.Reason
    ) throws -> [RecordID] {
        let found: [RecordID]
        switch reason {
        case .sameErpRef:
            guard let erpRef = tenant.erpRef else { return [] }
            found = try files("erp_ref = ?", [erpRef])
        case .sameNameAndBirth:
            guard let birth = tenant[.birthDate] else { return [] }
            let names = [tenant.lastName, tenant.firstName].map(SearchKey.fold)
            found = try files(Self.sameName, names + [birth])
        case .sameFirstNameAndPhone:
            guard let phone = tenant.phone.map(SearchKey.phone), !phone.isEmpty else { return [] }
            found = try files(Self.samePhone, [phone, SearchKey.fold(tenant.firstName)])
        }
        return try found.map { try TenantRoots.root(of: $0, database) }
    }
}
