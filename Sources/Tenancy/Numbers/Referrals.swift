import GRDB

/// What orientations say of people: how many, who is supported, who was received.
struct Referrals {
    private(set) var sent = 0
    private(set) var accepted = 0
    /// Who was sent to a partner, within the scope.
    private(set) var referred: Set<RowKey> = []
    /// Who is followed by a partner, within the scope.
    private(set) var supported: Set<RowKey> = []
    /// Who came to a first appointment at an institution of employment, within the scope.
    private(set) var received: Set<RowKey> = []
    /// The first day on which they did, whatever the programme.
    private(set) var firstReceivedOn: [RowKey: String] = [:]

    init(_ database: Database, _ scope: IndicatorScope, upTo last: String?, _ persons: Persons)
        throws
    {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT referral.tenant, referral.status, referral.programme,
                    CASE WHEN referral.honoured_on <= coalesce(?1, referral.honoured_on)
                        THEN referral.honoured_on END,
                    partner.kind, referral.answered_on <= coalesce(?1, referral.answered_on)
                FROM referral LEFT JOIN partner ON partner.id = referral.partner
                WHERE ?1 IS NULL OR referral.sent_on <= ?1
                """,
            arguments: [last]
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0) else { continue }
            let person = persons[tenant]
            let isInScope = scope.includes(programme: row[2])
            let isAccepted =
                row[1] == ReferralStatus.accepted.rawValue && (last == nil || row[5] ?? false)
            if isInScope { count(person, isAccepted) }
            let kind = (row[4] as String?).flatMap(PartnerKind.init(code:))
            guard let day = row[3] as String?, kind?.isOfEmployment == true else { continue }
            firstReceivedOn[person] = min(day, firstReceivedOn[person] ?? day)
            if isInScope { received.insert(person) }
        }
    }

    private mutating func count(_ person: RowKey, _ isAccepted: Bool) {
        sent += 1
        referred.insert(person)
        guard isAccepted else { return }
        accepted += 1
        supported.insert(person)
    }
}
