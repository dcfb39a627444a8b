/// What a replica is in the middle of when something goes wrong.
package enum Situation: String, CaseIterable, Sendable {
    /// It has seen nothing yet.
    case newcomer
    /// It has seen what there is, and has nothing to say.
    case idle
    /// A transaction is under way.
    case midTransaction = "mid-transaction"
    /// It made writes that it has told nobody.
    case unsent
    /// It holds bundles that came before what they build on.
    case held
    /// A field has concurrent versions that nobody decided on.
    case conflict
    /// It keeps deleted rows until everybody has acknowledged them.
    case graves
    /// It has freed deleted rows.
    case freed
    /// A colleague has freed rows that it has not seen deleted.
    case behind
}
