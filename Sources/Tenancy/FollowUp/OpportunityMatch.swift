import Records

/// Somebody who was put in touch with an opportunity.
package struct OpportunityMatch: Hashable, Sendable {
    package let opportunity: RecordID
    /// The file that stands for them.
    package let person: RecordID
    package let lastName: String
    package let firstName: String
    package let status: MatchStatus
    package let interviewOn: CalendarDay?
}
