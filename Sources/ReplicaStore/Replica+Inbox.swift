import Causality
import Foundation
import GRDB
import Records

extension Replica {
    /// What is left for somebody to decide, by row: the lines of the view `passerelle_inbox`.
    ///
    /// Several versions of one field are several lines; a decision about one settles them all.
    ///
    /// - Complexity: O(lines), and one pass over the set-aside versions for each collection.
    public func inbox() throws -> [InboxEntry] {
        try mapped {
            try queue.inDatabase { database in try Inbox(database, context).entries() }
        }
    }

    /// The fields whose concurrent versions hold different values, oldest row first, each with all
    /// of its versions.
    ///
    /// Versions that say the same are no conflict: two agents ticked the same person.
    public func conflicts() throws -> [Conflict] {
        try mapped {
            try queue.inDatabase { database in try Inbox(database, context).conflicts() }
        }
    }

    /// Decides a line of the inbox and notes who decided, why, and what stood there.
    ///
    /// What is written or deleted has seen every version, so that it settles the line on every
    /// replica; the note itself stays here.
    ///
    /// ```swift
    /// for line in try replica.conflicts() where line.kind == .concurrent && !line.isSettled {
    ///     try replica.resolve(line, .write(line.other), who: "Nadia", why: "rappelée ce matin")
    /// }
    /// ```
    ///
    /// - Returns: The number of the decision, for ``undo(_:who:why:)``.
    /// - Throws: ``ReplicaError``: `not-found` where the line has changed or is settled already,
    ///   `bad-value` where lines of its kind are not decided so or the value has the wrong type.
    @discardableResult
    public func resolve(
        _ line: InboxEntry,
        _ resolution: Resolution,
        who: String,
        why: String
    ) throws -> Int64 {
        try write { transaction in
            try InboxDecider(transaction, line, resolution).decide(who: who, why: why)
        }
    }

    /// Decides a field: writes the value anew, so that it replaces every version, and notes who
    /// decided and why.
    ///
    /// - Returns: The number of the decision.
    /// - Throws: ``ReplicaError`` with `not-found` where the field has no such conflict any more.
    @discardableResult
    public func resolve(
        _ conflict: Conflict,
        with value: Value,
        who: String,
        why: String
    ) throws -> Int64 {
        try write { transaction in
            let inbox = Inbox(transaction.database, context)
            guard
                try inbox.conflicts(of: conflict.id, in: context.layout(named: conflict.collection))
                    .contains(conflict),
                let line = try inbox.entries(of: (conflict.collection, conflict.id))
                    .first(where: { $0.kind == .concurrent && $0.field == conflict.field })
            else { throw InboxDecider.settledAlready }
            return try InboxDecider(transaction, line, .write(value)).decide(who: who, why: why)
        }
    }

    /// Undoes a decision: writes what was shown before, as a new write, and lists again what was set
    /// aside; a row comes back, or goes, as it was.
    ///
    /// - Returns: The number of the decision to undo.
    /// - Throws: ``ReplicaError``: `not-found` where there is no such decision, `superseded` where it
    ///   was undone already, somebody wrote since, or nothing is left to undo.
    @discardableResult
    public func undo(_ decision: Int64, who: String, why: String) throws -> Int64 {
        try write { transaction in
            try DecisionUndo(transaction, decision).run(who: who, why: why)
        }
    }

    /// What was decided on this replica, in the order in which it was: the view
    /// `passerelle_decisions`.
    public func decisions() throws -> [Decision] {
        try mapped {
            try queue.inDatabase { database in try DecisionLog(database, context).all() }
        }
    }
}
