/// A law of the engine that a world saw broken.
package struct Violation: Error, Hashable, Sendable {
    /// The laws that every world is held to.
    package enum Law: String, CaseIterable, Sendable {
        case convergence, acknowledged, causality, specification, monotony, atomicity, refusal
        case dots, integrity, storage, digest
        case frontier, quarantine, secrecy, membership
    }

    package let law: Law
    package let detail: String

    package init(_ law: Law, _ detail: String) {
        self.law = law
        self.detail = detail
    }
}
