import BundleFormat
import Causality
import GRDB
import Records

extension Replica {
    /// The most replicas that one partition may ever have had.
    package static let maximumReplicas = 1_024

    /// Applies a delta whole, in one transaction, or not at all; again, it changes nothing.
    ///
    /// - Throws: ``ReplicaError``: `bad-bundle`, `base-not-covered` (keep it and apply what is
    ///   missing first), `unknown-field`, `bad-value`, `contradiction`, `disk-full`.
    @discardableResult
    public func apply(_ bytes: [UInt8]) throws -> Application {
        try transaction(.applying) { database in
            var reader = try DeltaReader(bytes)
            try check(reader.header)
            var application = Application()
            application.changes =
                reader.header.target.writes(since: context.progress.vector) ?? .max
            try DeltaMerger(database, context, reader.header).merge(&reader, &application)
            try InboxUpkeep(database, context).run()
            if application.changes > 0 {
                context.progress.vector.formUnion(reader.header.target)
                context.progress.vector.include(Dot(id, context.progress.counter))
                try ArrivalLog(database, context).note()
            }
            try Peers(database, context).note(reader.header.acknowledged)
            try Graves(database, context).free()
            application.hasRaisedAlarm = try Alarms(database, context).check(reader.header)
            return application
        }
    }

    private func check(_ header: DeltaHeader) throws {
        let known = context.progress.vector
        guard known.covers(header.base) else {
            throw ReplicaError(
                .baseNotCovered,
                "the delta builds on writes that were not received yet"
            )
        }
        guard header.target[id] <= known[id] else {
            throw ReplicaError(
                .contradiction,
                "the bundle knows writes of this replica that its store has not: the store is an "
                    + "old copy; make a new replica from a colleague's"
            )
        }
        guard known.union(header.target).entries.count <= Self.maximumReplicas else {
            throw ReplicaError(
                .contradiction,
                "the bundle would make this more than \(Self.maximumReplicas) replicas"
            )
        }
    }
}
