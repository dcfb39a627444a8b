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
            let known = context.progress.vector
            guard known.covers(reader.header.base) else {
                throw ReplicaError(
                    .baseNotCovered,
                    "the delta builds on writes that were not received yet"
                )
            }
            guard reader.header.target[id] <= known[id] else {
                throw ReplicaError(
                    .contradiction,
                    "the bundle knows writes of this replica that its store has not: the store is an "
                        + "old copy; make a new replica from a colleague's"
                )
            }
            guard known.union(reader.header.target).entries.count <= Self.maximumReplicas else {
                throw ReplicaError(
                    .contradiction,
                    "the bundle would make this more than \(Self.maximumReplicas) replicas"
                )
            }
            var application = Application()
            application.changes = reader.header.target.writes(since: known) ?? .max
            let merger = DeltaMerger(
                database,
                context,
                base: reader.header.base,
                target: reader.header.target
            )
            try merger.merge(&reader, &application)
            guard application.changes > 0 else { return application }
            context.progress.vector.formUnion(reader.header.target)
            try ArrivalLog(database, context).note()
            return application
        }
    }
}
