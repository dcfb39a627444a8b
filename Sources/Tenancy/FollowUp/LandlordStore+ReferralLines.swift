import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    private static let lineSQL = """
        SELECT referral.*, partner.kind AS _kind, partner.name AS _name,
            partner.commune_code AS _commune
        FROM referral LEFT JOIN partner ON partner.id = referral.partner
        """

    /// The orientations in a state or of a partner, the longest ago first.
    package func referrals(
        _ status: ReferralStatus? = nil,
        to partner: RecordID? = nil
    ) throws -> [ReferralLine] {
        try replica.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: Self.lineSQL
                    + " WHERE (?1 IS NULL OR referral.status = ?1)"
                    + " AND (?2 IS NULL OR referral.partner = ?2)"
                    + " ORDER BY referral.sent_on, referral.id",
                arguments: [status?.rawValue, partner?.data]
            )
            return try Self.lines(rows, database)
        }
    }

    /// One orientation.
    ///
    /// - Throws: ``TenancyError`` with `not-found`.
    package func referral(_ id: RecordID) throws -> ReferralLine {
        try replica.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: Self.lineSQL + " WHERE referral.id = ?",
                arguments: [id.data]
            )
            guard let line = try Self.lines(rows, database).first else {
                throw TenancyError(.notFound, "there is no such referral")
            }
            return line
        }
    }

    /// How many orientations have waited too long for an answer.
    package func remindersDue(on today: CalendarDay) throws -> Int {
        guard let last = CalendarDay(daysSinceEpoch: today.daysSinceEpoch - ReferralLine.patience)
        else { return 0 }
        return try replica.read { database in
            try Int.fetchOne(
                database,
                sql: "SELECT count(*) FROM referral WHERE status = ? "
                    + "AND max(sent_on, coalesce(reminded_on, sent_on)) <= ?",
                arguments: [ReferralStatus.open.rawValue, last.isoText]
            ) ?? 0
        }
    }

    /// Notes that the partner was asked again.
    package func remind(referral id: RecordID, on day: CalendarDay) throws {
        try replica.write { transaction in
            let row = try Self.referral(id, in: transaction.database)
            guard row["status"] == ReferralStatus.open.rawValue else {
                throw TenancyError(.refused, "the partner has answered already")
            }
            guard row["reminded_on"] as String? != day.isoText else { return }
            try transaction.update("referral", id: id, ["reminded_on": .text(day.isoText)])
        }
    }

    private static func lines(_ rows: [Row], _ database: Database) throws -> [ReferralLine] {
        let roots = try TenantRoots(database)
        var consents: [RecordID: [Consent]] = [:]
        return try rows.compactMap { row in
            guard let file = RecordID(row, "tenant").map(roots.root(of:)),
                let tenant = try Tenant.find(file, database)
            else { return nil }
            let given = try consents[file] ?? Self.consents(of: roots.files(of: file), database)
            consents[file] = given
            let standing =
                RecordID(row, "partner")
                .map { ConsentStanding(given, toPartner: $0) } ?? .none
            return ReferralLine(row, tenant, standing)
        }
    }
}
