import Records

/// One person's file as an agent reads it: who they are, who says so, what was done.
package struct TenantFile: Sendable {
    /// Who wrote what a field shows.
    package struct Author: Hashable, Sendable {
        package let agent: String
        /// The laptop, by the name that it gave itself.
        package let label: String
        /// Milliseconds since 1970.
        package let moment: UInt64
    }

    package struct Participation: Hashable, Sendable {
        package let event: Event
        package let status: PresenceStatus?
    }

    package struct Situation: Hashable, Sendable {
        package let day: CalendarDay
        package let answer: KnownAnswer?
        package let institutions: [Institution]
    }

    package struct Referral: Hashable, Sendable {
        package let id: RecordID
        package let partner: String
        package let theme: String?
        package let status: ReferralStatus?
        /// The day on which it was sent, as `2026-02-12`.
        package let sentOn: String
    }

    package struct Outcome: Hashable, Sendable {
        package let day: CalendarDay
        package let kind: OutcomeKind?
        package let contract: String?
    }

    package let tenant: Tenant
    package let authors: [TenantField: Author]
    /// The latest first, as are the others.
    package let participations: [Participation]
    package let situations: [Situation]
    package let referrals: [Referral]
    package let barriers: [Barrier]
    package let consents: [Consent]
    package let notes: [FileNote]
    package let outcomes: [Outcome]
    package let nextContact: NextContact
}
