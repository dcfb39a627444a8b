import BundleFormat
import Causality
import GRDB
import Records

extension Replica {
    /// The most replicas that one partition may ever have had.
    package static let maximumReplicas = 1_024

    /// Applies a delta whole, in one transaction, or not at all; again, it changes nothing.
    ///
    /// A delta that knows more of this replica's writes than its store holds proves that the store
    /// was put back: it takes a new id at once; see ``identityHistory``.
    ///
    /// - Throws: ``ReplicaError``: `bad-bundle`, `base-not-covered` (keep it and apply what is
    ///   missing first), `unknown-field`, `bad-value`, `contradiction`, `replica-forked`,
    ///   `disk-full`.
    @discardableResult
    public func apply(_ bytes: [UInt8]) throws -> Application {
        do {
            return try applyOnce(bytes)
        } catch let proof as ForkProof {
            guard proof.dot.replica == id else { throw ReplicaError(proof) }
            try startNewLife()
            return try applyOnce(bytes)
        }
    }

    private func applyOnce(_ bytes: [UInt8]) throws -> Application {
        let application: Application? = try transaction(.applying) { database in
            var reader = try DeltaReader(bytes)
            if reader.header.target[context.own] > context.progress.counter {
                try reader.checkWhole()
                let floor = try ForkLedger(database, context).acknowledged()
                try IdentityChange(database, context).run(.forked, floor: floor)
                // The new id stays even where the delta must wait.
                if !context.progress.vector.covers(reader.header.base) { return nil }
            }
            return try merge(bytes, &reader, database)
        }
        guard let application else { throw Self.baseNotCovered }
        return application
    }

    private func merge(
        _ bytes: [UInt8],
        _ reader: inout DeltaReader,
        _ database: Database
    ) throws -> Application {
        let header = reader.header
        try check(header)
        try RelayedRows(database, context).note(bytes, header)
        var application = Application()
        application.changes = header.target.writes(since: context.progress.vector) ?? .max
        try DeltaMerger(database, context, header, partition.kind).merge(&reader, &application)
        try InboxUpkeep(database, context).run()
        // What the sender has freed is not held here either now: whoever is behind must hear of it.
        context.progress.purged.formUnion(header.freed)
        if application.changes > 0 {
            try ErasureState(database, context).note(header.erasures)
            context.progress.vector.formUnion(header.target)
            context.progress.vector.include(Dot(context.own, context.progress.counter))
            try ArrivalLog(database, context).note()
        }
        try ForkLedger(database, context).noteAcknowledged(header.target[context.own])
        try Peers(database, context).note(header.acknowledged)
        try Graves(database, context).free()
        application.hasRaisedAlarm = try Alarms(database, context).check(header)
        return application
    }

    private func check(_ header: DeltaHeader) throws {
        let known = context.progress.vector
        guard known.covers(header.base) else { throw Self.baseNotCovered }
        guard known.union(header.target).entries.count <= Self.maximumReplicas else {
            throw ReplicaError(
                .contradiction,
                "the bundle would make this more than \(Self.maximumReplicas) replicas"
            )
        }
    }

    private static let baseNotCovered = ReplicaError(
        .baseNotCovered,
        "the delta builds on writes that were not received yet"
    )
}
