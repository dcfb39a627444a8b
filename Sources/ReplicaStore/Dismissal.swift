import Causality
import Foundation
import GRDB
import Records

/// The flag of a line that somebody does not want to see here.
enum Dismissal {
    /// Sets or clears the flag of the line that a decision is about; whether the line is there.
    @discardableResult
    static func set(
        _ isDismissed: Bool,
        of note: DecisionLog.Note,
        _ database: Database,
        _ context: StoreContext
    ) throws -> Bool {
        let line = [note.collection?.databaseValue ?? .null, Value(note.id).argument]
        switch InboxEntry.Kind(rawValue: note.kind) {
        case .twins:
            try database.execute(
                kept: """
                    UPDATE passerelle_twin SET is_dismissed = ?
                    WHERE collection = ? AND id = ? AND rule = ?
                    """,
                arguments: StatementArguments(
                    [isDismissed.databaseValue] + line + [note.after.argument]
                )
            )
        case .deletedAndEdited:
            try database.execute(
                kept: """
                    UPDATE passerelle_revival SET is_dismissed = ? WHERE collection = ? AND id = ?
                    """,
                arguments: StatementArguments([isDismissed.databaseValue] + line)
            )
        case .suspiciousClock:
            try database.execute(
                kept: "UPDATE passerelle_suspicion SET is_dismissed = ? WHERE place = ?",
                arguments: [
                    isDismissed, note.dot.flatMap { context.progress.sites.place(of: $0.replica) },
                ]
            )
        case .concurrent, .rescued, .reopened, nil: return false
        }
        return database.changesCount > 0
    }
}
