import Records
import ReplicaStore

/// What somebody answered when asked which institutions know them.
package enum KnownTo: Hashable, Sendable {
    case institutions(Set<Institution>)
    case none
    case notStated

    /// The answer and the institutions, where the two fit together.
    package init(_ answer: KnownAnswer, _ institutions: Set<Institution>) throws {
        switch (answer, institutions.isEmpty) {
        case (.yes, false): self = .institutions(institutions)
        case (.none, true): self = .none
        case (.notStated, true): self = .notStated
        case (.yes, true):
            throw TenancyError(.badValue, "‘oui’ needs the institutions: name at least one")
        case (_, false):
            throw TenancyError(
                .badValue,
                "‘\(answer.rawValue)’ goes with no institution: remove them or answer ‘oui’"
            )
        }
    }

    var answer: KnownAnswer {
        switch self {
        case .institutions: .yes
        case .none: .none
        case .notStated: .notStated
        }
    }

    var column: Value {
        guard case .institutions(let institutions) = self else { return .null }
        return TextSet.column(institutions.map(\.rawValue))
    }
}
