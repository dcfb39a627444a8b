import GRDB
import Records

/// What a line of a person's says beside who they are.
struct PersonSummary {
    private(set) var registrations = 0
    private(set) var presences = 0
    private(set) var first: CalendarDay?
    private(set) var last: CalendarDay?
    private(set) var referrals = 0
    private(set) var partners: Set<String> = []
    private(set) var knownAnswer: KnownAnswer?
    private var answeredOn = ""

    mutating func add(_ person: PersonAtEvent, _ status: PresenceStatus?, on day: CalendarDay) {
        registrations += person.isRegistered ? 1 : 0
        guard status == .seen else { return }
        presences += 1
        first = [first, day].compactMap(\.self).min()
        last = [last, day].compactMap(\.self).max()
    }

    mutating func addReferral(toKind code: String) {
        referrals += 1
        partners.insert(PartnerKind.outsideLibelle(ofCode: code))
    }

    mutating func add(_ answer: KnownAnswer, on day: String) {
        guard day >= answeredOn else { return }
        answeredOn = day
        knownAnswer = answer
    }
}

extension PersonSummary {
    /// The summaries of everybody of whom there is something to say.
    static func all(
        _ database: Database,
        _ scope: ExportScope,
        _ lists: ExportLists,
        _ persons: Persons
    ) throws -> [RowKey: PersonSummary] {
        var all: [RowKey: PersonSummary] = [:]
        for (key, event) in lists.events {
            for (person, at) in lists.people[key] ?? [] {
                all[person, default: PersonSummary()]
                    .add(at, lists.status(at, at: key), on: event.day)
            }
        }
        try addReferrals(database, scope, persons, to: &all)
        try addAnswers(database, persons, to: &all)
        return all
    }

    private static func addReferrals(
        _ database: Database,
        _ scope: ExportScope,
        _ persons: Persons,
        to all: inout [RowKey: PersonSummary]
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT referral.tenant, partner.kind FROM referral
                LEFT JOIN partner ON partner.id = referral.partner
                WHERE (?1 IS NULL OR referral.programme = ?1)
                    AND (?2 IS NULL OR referral.sent_on >= ?2)
                    AND (?3 IS NULL OR referral.sent_on <= ?3)
                """,
            arguments: [scope.programme, scope.from?.isoText, scope.to?.isoText]
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0) else { continue }
            all[persons[tenant], default: PersonSummary()]
                .addReferral(toKind: row[1] as String? ?? "")
        }
    }

    private static func addAnswers(
        _ database: Database,
        _ persons: Persons,
        to all: inout [RowKey: PersonSummary]
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT tenant, known_answer, on_date FROM situation"
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0),
                let answer = (row[1] as String?).flatMap(KnownAnswer.init(rawValue:))
            else { continue }
            all[persons[tenant], default: PersonSummary()]
                .add(answer, on: row[2] as String? ?? "")
        }
    }
}
