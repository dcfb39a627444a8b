import Foundation

/// What the operator asks of the hub, whether a server runs or not.
package enum HubOrder: Codable, Hashable, Sendable {
    /// Lets a landlord in, by its membership log and the code under which it sends statements.
    case admit(log: Data, code: String?)
    /// Declares a programme and the landlords that it expects.
    case declare(HubDeclaration)
    /// Sets what the region has decided about its publications, as the operator typed it.
    case setPolicy(Data)
    /// Reconciles a UTC day over drop folders; `again` writes a further revision of its report.
    case reconcile(day: Int?, drops: [String], again: Bool)
    /// Draws a new key of the hub; the old one goes on answering those who know no other, or is
    /// forgotten.
    case renewKey(forgettingOld: Bool)
    /// Copies all that the hub holds into a folder that does not exist yet.
    case backup(path: String)
    /// Keeps the bilan of a programme on a UTC day, for ever.
    case freeze(programme: String, day: Int)
    /// Changes who may read the union's pages.
    case account(AccountChange)
    /// Examines all that the hub holds.
    case verify
}
