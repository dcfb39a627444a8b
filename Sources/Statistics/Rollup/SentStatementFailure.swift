/// Why a statement of either schema was refused.
package enum SentStatementFailure: Error, Hashable, CustomStringConvertible {
    case plain(StatementFailure)
    case detailed(DetailedStatementFailure)

    package var description: String {
        switch self {
        case .plain(let failure): failure.description
        case .detailed(let failure): failure.description
        }
    }
}
