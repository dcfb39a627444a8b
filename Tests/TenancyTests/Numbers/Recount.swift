import Foundation
import GRDB
import Records
import ReplicaStore
import Statistics
import Tenancy
import TestKit

/// Counts a landlord's figures again, person by person and the slow way, from the rows alone.
struct Recount {
    private let roots: TenantRoots
    private let people: Set<RecordID>
    private let events: [Row]
    private let registrations: [Row]
    private let attendances: [Row]
    private let situations: [Row]
    private let referrals: [Row]
    private let outcomes: [Row]
    private let conflicts: [Conflict]
    private let today: String

    init(_ store: LandlordStore) throws {
        conflicts = try store.replica.conflicts()
        today = try store.currentDay().isoText
        func rows(_ table: String) throws -> [Row] {
            try store.replica.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)") }
        }
        roots = try store.replica.read { try TenantRoots($0) }
        let roots = roots
        people = Set(try rows("tenant").compactMap { Self.id($0, "id").map(roots.root) })
        events = try rows("event")
        registrations = try rows("registration")
        attendances = try rows("attendance")
        situations = try rows("situation")
        outcomes = try rows("outcome")
        referrals = try store.replica.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT referral.*, partner.kind FROM referral
                    JOIN partner ON partner.id = referral.partner
                    """
            )
        }
    }

    func counts() throws -> Counts {
        var counts = Counts.zero
        for person in people { try count(person, into: &counts) }
        try counts.set(.referrals, to: referrals.count)
        try counts.set(
            .referralsAccepted,
            to: referrals.filter { $0["status"] == "acceptee" }.count
        )
        return counts
    }

    private func count(_ person: RecordID, into counts: inout Counts) throws {
        var registered = false
        var present = false
        var walkIn = false
        for event in events {
            let said = said(of: person, at: event)
            registered = registered || said.isExpected
            guard let indicator = said.indicator else { continue }
            if indicator == .appointmentsSeen {
                if said.isExpected { present = true } else { walkIn = true }
                if said.isExpected { try counts.add(to: indicator) }
            } else {
                try counts.add(to: indicator)
            }
        }
        if registered { try counts.add(to: .registered) }
        if present { try counts.add(to: .registeredPresent) }
        if walkIn { try counts.add(to: .walkIns) }
        guard present || walkIn else { return }
        try counts.add(to: .participants)
        try countLink(person, into: &counts)
        try counts.add(to: outcome(of: person))
    }

    /// Whether the person was expected at the event, and the figure that the event adds to.
    private func said(
        of person: RecordID,
        at event: Row
    ) -> (isExpected: Bool, indicator: Indicator?) {
        let here = { (row: Row) in
            isOf(person, row) && Self.id(row, "event") == Self.id(event, "id")
        }
        let before = registrations.filter { here($0) && day(registeredAt($0)) < event["starts_on"] }
            .compactMap { $0["status"] as String? }
        let rows = attendances.filter { here($0) && $0["mark"] as String? != nil }
        let settled = rows.filter { !isOpen($0, "attendance", "mark") }
            .compactMap { $0["mark"] as String? }
        let isPast = event["starts_on"] < today || event["status"] == "clos"
        let isSeen = settled.contains { $0.hasPrefix("seen/") }
        let firmest = ["signed", "typed", "closing"].lazy
            .compactMap { method in
                ["excused", "revoked", "noshow"].map { "\($0)/\(method)" }
                    .first(where: settled.contains)
            }.first
        let isUnsure = rows.count > settled.count
        let isKept = before.contains("inscrit") || before.contains("desiste")
        let isRevoked = !isSeen && !isUnsure && firmest?.hasPrefix("revoked/") == true
        let isCounted =
            isKept || (before.contains("annule_service") && !before.contains("liste_attente"))
        if isSeen { return (isKept, .appointmentsSeen) }
        if isUnsure { return (isKept, .toClarify) }
        guard isCounted else { return (false, nil) }
        switch firmest?.split(separator: "/").first {
        case "excused": return (isKept, .excused)
        case "revoked": return (isKept && !isRevoked, .revoked)
        case "noshow": return (isKept, .noShow)
        default: break
        }
        if before.contains("inscrit") { return (true, isPast ? .toClarify : nil) }
        return isKept ? (true, .excused) : (false, .revoked)
    }

    private func countLink(_ person: RecordID, into counts: inout Counts) throws {
        let employment: Set<String> = ["FT", "ML", "CAP_EMPLOI", "PLIE", "DEPT", "ODC", "SIAE"]
        let received = referrals.filter { isOf(person, $0) && employment.contains($0["kind"]) }
            .compactMap { $0["honoured_on"] as String? }.min()
        let own = situations.filter { isOf(person, $0) }
        let before = own.filter { received == nil || $0["on_date"] <= received ?? "" }
        let weighed = before.isEmpty ? own : before
        let last = weighed.compactMap { $0["on_date"] as String? }.max()
        let answers = weighed.filter { $0["on_date"] == last }.map { row -> String in
            let text: String = row["known_institutions"] ?? "[]"
            let institutions =
                (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
            if isOpen(row, "situation", "known_answer") { return "?" }
            switch row["known_answer"] as String? {
            case "aucune": return "no"
            case "oui" where !institutions.isEmpty:
                return institutions.contains(where: employment.contains) ? "yes" : "no"
            default: return "?"
            }
        }
        if answers.contains("yes") { return }
        guard answers.contains("no") else { return try counts.add(to: .institutionsNotStated) }
        try counts.add(to: .unknownToInstitutions)
        if received != nil, !before.isEmpty { try counts.add(to: .reconnected) }
    }

    private func outcome(of person: RecordID) -> Indicator {
        let own = outcomes.filter { isOf(person, $0) }
        let last = own.compactMap { $0["on_date"] as String? }.max()
        let kinds = own.filter { $0["on_date"] == last }.compactMap { $0["kind"] as String? }
        if kinds.contains("emploi_durable") { return .outcomesDurable }
        if kinds.contains("emploi_transition") { return .outcomesTransition }
        if kinds.contains("sortie_positive") { return .outcomesPositive }
        if kinds.contains("autre_sortie") { return .outcomesOther }
        return referrals.contains { isOf(person, $0) && $0["status"] == "acceptee" }
            ? .inSupport : .withoutNews
    }

    private func isOf(_ person: RecordID, _ row: Row) -> Bool {
        Self.id(row, "tenant").map(roots.root) == person
    }

    private func isOpen(_ row: Row, _ collection: String, _ field: String) -> Bool {
        conflicts.contains {
            $0.collection == collection && $0.field == field && $0.id == Self.id(row, "id")
                && !$0.isSettledByRank
        }
    }

    /// The earliest of the moments that laptops noted.
    private func registeredAt(_ row: Row) -> Int64 {
        let conflict = conflicts.first {
            $0.field == "registered_at" && $0.id == Self.id(row, "id")
        }
        let others = (conflict?.others ?? []).compactMap { version -> Int64? in
            guard case .integer(let moment) = version.value else { return nil }
            return moment
        }
        return min(others.min() ?? .max, row["registered_at"])
    }

    /// The day in France; these moments are all in winter.
    private func day(_ moment: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(moment) / 1_000 + 3_600)
        return String(date.ISO8601Format().prefix(10))
    }

    private static func id(_ row: Row, _ column: String) -> RecordID? {
        (row[column] as Data?).flatMap { RecordID(bytes: $0) }
    }
}
