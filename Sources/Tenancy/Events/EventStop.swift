import Records

/// One stop of a Rallye, with the offers that were brought back from it.
package struct EventStop: Hashable, Sendable {
    package let id: RecordID
    package let rank: Int
    package let host: String
    package let team: String?
    package let offers: Int
}
