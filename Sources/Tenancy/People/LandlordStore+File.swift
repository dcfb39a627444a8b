import Causality
import Foundation
import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Everything that is known of one person, all their files together.
    package func file(of id: RecordID) throws -> TenantFile {
        let tenant = try tenant(id)
        let writes = try replica.lastWrites(of: tenant.id, in: "tenant")
        var authors: [TenantField: TenantFile.Author] = [:]
        for field in TenantField.allCases {
            guard let write = writes[field.rawValue] else { continue }
            let label = try replicaLabel(write.replica)
            authors[field] = TenantFile.Author(
                agent: label?.agent ?? "",
                label: label?.label ?? write.replica.short,
                moment: write.milliseconds
            )
        }
        let today = try currentDay()
        let notes = try dated(try replica.read { try Self.notes(ofPerson: tenant.id, $0) })
        return try replica.read { database in
            let files = try TenantRoots(database).files(of: tenant.id)
            return TenantFile(
                tenant: tenant,
                authors: authors,
                participations: try files.flatMap { try Self.participations($0, today, database) }
                    .sorted { $0.event.day > $1.event.day },
                situations: try files.flatMap { try Self.situations($0, database) }
                    .sorted { $0.day > $1.day },
                referrals: try files.flatMap { try Self.referrals($0, database) }
                    .sorted { $0.sentOn > $1.sentOn },
                barriers: try Self.barriers(ofPerson: tenant.id, database),
                consents: try Self.consents(of: files, database),
                notes: notes,
                outcomes: try files.flatMap { try Self.outcomes($0, database) }
                    .sorted { $0.day > $1.day },
                nextContact: try Self.nextContact(ofPerson: tenant.id, database)
            )
        }
    }

    private static func participations(
        _ tenant: RecordID,
        _ today: CalendarDay,
        _ database: Database
    ) throws -> [TenantFile.Participation] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT event.*, attendance.mark AS _mark, NULL AS _registered
                FROM attendance JOIN event ON event.id = attendance.event
                WHERE attendance.tenant = ?1 AND attendance.mark IS NOT NULL
                UNION ALL
                SELECT event.*, NULL, registration.status
                FROM registration JOIN event ON event.id = registration.event
                WHERE registration.tenant = ?1
                """,
            arguments: [tenant.data]
        )
        var people: [RecordID: (event: Event, person: PersonAtEvent)] = [:]
        for row in rows {
            guard let event = Event(row) else { continue }
            var entry = people[event.id] ?? (event, PersonAtEvent())
            if let mark = (row["_mark"] as String?).flatMap(AttendanceMark.init(code:)) {
                entry.person.add(mark, at: nil, isOpen: false)
            }
            if let status = (row["_registered"] as String?).flatMap(RegistrationStatus.init) {
                entry.person.add(status)
            }
            people[event.id] = entry
        }
        return people.values.map { event, person in
            TenantFile.Participation(event: event, status: person.status(isPast: event.day < today))
        }
    }

    private static func situations(
        _ tenant: RecordID,
        _ database: Database
    ) throws -> [TenantFile.Situation] {
        try Row.fetchAll(
            database,
            sql: "SELECT on_date, known_answer, known_institutions FROM situation WHERE tenant = ?",
            arguments: [tenant.data]
        ).compactMap { row in
            guard let day = (row["on_date"] as String?).flatMap(CalendarDay.init(isoText:)) else {
                return nil
            }
            let codes = TextSet.members(Value(row["known_institutions"] as String?)) ?? []
            return TenantFile.Situation(
                day: day,
                answer: (row["known_answer"] as String?).flatMap(KnownAnswer.init(rawValue:)),
                institutions: codes.compactMap(Institution.init(rawValue:))
            )
        }
    }

    private static func referrals(
        _ tenant: RecordID,
        _ database: Database
    ) throws -> [TenantFile.Referral] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT referral.*, partner.name AS _partner FROM referral
                LEFT JOIN partner ON partner.id = referral.partner WHERE referral.tenant = ?
                """,
            arguments: [tenant.data]
        ).compactMap { row in
            guard let id = RecordID(row, "id") else { return nil }
            return TenantFile.Referral(
                id: id,
                partner: row["_partner"] ?? "?",
                theme: row["theme"],
                status: (row["status"] as String?).flatMap(ReferralStatus.init(rawValue:)),
                sentOn: row["sent_on"] ?? ""
            )
        }
    }
}
