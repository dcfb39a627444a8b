/// A landlord's statement as it came: alone, or with its tables.
package enum SentStatement: Sendable, Equatable {
    case plain(Statement)
    case detailed(DetailedStatement)

    /// Reads either schema strictly.
    package init(bytes: [UInt8]) throws(SentStatementFailure) {
        do throws(StatementFailure) {
            self = .plain(try Statement(bytes: bytes))
        } catch {
            // What is no statement of schema 1 is named as one, unless it says that it is of schema 2.
            guard Self.isDetailed(error) else { throw .plain(error) }
            do throws(DetailedStatementFailure) {
                self = .detailed(try DetailedStatement(bytes: bytes))
            } catch { throw .detailed(error) }
        }
    }

    private static func isDetailed(_ failure: StatementFailure) -> Bool {
        switch failure {
        case .unknownSchema(DetailedStatement.schema), .tooLarge: true
        default: false
        }
    }

    /// The exact counts.
    package var headline: Statement {
        switch self {
        case .plain(let statement): statement
        case .detailed(let statement): statement.headline
        }
    }

    /// The statement with its tables; nil of one that came alone.
    package var detailed: DetailedStatement? {
        if case .detailed(let statement) = self { statement } else { nil }
    }
}
