/// One official change to a commune: a merger, a split, a new name.
package struct CommuneMovement: Hashable, Sendable {
    /// What happened, numbered as the producer does.
    package enum Kind: Int, CaseIterable, Hashable, Sendable {
        case renamed = 10
        case reestablished = 21
        case mergedIntoNewCommune = 32
        case associateAbsorbed = 34
        case delegateAbolished = 35
        case departementChanged = 41
        case associateBecameDelegate = 70
    }

    /// The standing of a commune, before or after.
    package enum Status: String, CaseIterable, Hashable, Sendable {
        case commune = "COM"
        case associate = "COMA"
        case delegate = "COMD"
    }

    /// A commune on one side of the change.
    package struct Side: Hashable, Sendable {
        package let status: Status
        package let code: String
        package let name: String
    }

    /// The day it took effect, as year-month-day.
    package let date: String
    package let kind: Kind
    package let before: Side
    package let after: Side

    /// Whether the code on the left stops meaning what it meant: it now lies in another commune.
    package var changesCode: Bool { after.status == .commune && before.code != after.code }
}
