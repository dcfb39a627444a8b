import GRDB
import Records
import ReplicaStore

/// Whether the institutions of employment know somebody, as far as they said.
///
/// The answer of the latest day counts. Where the person has since come to a first appointment at
/// such an institution, later answers say what the appointment changed: then the latest answer up to
/// that day counts, so that a link restored is not counted as a link that was always there. Whoever
/// is known to CAF, CCAS or MSA only is unknown to the institutions of employment. An answer on
/// which two laptops disagree is not stated, until somebody decides.
struct Acquaintances {
    /// Ordered so that of two files' answers of one day, the more telling one counts.
    enum Answer: Int {
        case notStated
        case unknown
        case known
    }

    private struct Dated {
        let isUpToAppointment: Bool
        let day: String
        let answer: Answer

        func isOutweighed(by other: Dated) -> Bool {
            (isUpToAppointment ? 1 : 0, day, answer.rawValue)
                < (other.isUpToAppointment ? 1 : 0, other.day, other.answer.rawValue)
        }
    }

    private var latest: [RowKey: Dated] = [:]

    init(
        _ database: Database,
        of people: Set<RowKey>,
        upTo last: String?,
        _ persons: Persons,
        _ referrals: Referrals,
        _ versions: OpenVersions
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT tenant, on_date, known_answer, known_institutions, id FROM situation
                WHERE ?1 IS NULL OR on_date <= ?1
                """,
            arguments: [last]
        )
        while let row = try rows.next() {
            guard let tenant = try RowKey(row, 0), let id = try RowKey(row, 4),
                people.contains(persons[tenant]), let day = row[1] as String?
            else { continue }
            let person = persons[tenant]
            let dated = Dated(
                isUpToAppointment: referrals.firstReceivedOn[person].map { day <= $0 } ?? true,
                day: day,
                answer: versions.answers.contains(id) ? .notStated : Self.answer(row[2], row[3])
            )
            if latest[person]?.isOutweighed(by: dated) ?? true { latest[person] = dated }
        }
    }

    subscript(person: RowKey) -> Answer { latest[person]?.answer ?? .notStated }

    /// Whether the person was unknown before an appointment, if they had one.
    func wasUnknownBefore(_ person: RowKey) -> Bool {
        latest[person].map { $0.isUpToAppointment && $0.answer == .unknown } ?? false
    }

    private static func answer(_ answer: String?, _ institutions: String?) -> Answer {
        switch answer.flatMap(KnownAnswer.init(rawValue:)) {
        case .some(.none): return .unknown
        case .notStated, nil: return .notStated
        case .yes:
            let known = (TextSet.members(Value(institutions)) ?? [])
                .compactMap(Institution.init(rawValue:))
            guard !known.isEmpty else { return .notStated }
            return known.contains(where: \.isOfEmployment) ? .known : .unknown
        }
    }
}
