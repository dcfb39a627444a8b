import BundleFormat
import Causality
import GRDB
import Records

extension Replica {
    /// Applies a delta whole, in one transaction, or not at all; again, it changes nothing.
    ///
    /// - Throws: ``ReplicaError``: `bad-bundle`, `base-not-covered` (keep it and apply what is
    ///   missing first), `unknown-field`, `bad-value`, `contradiction`, `disk-full`.
    @discardableResult
    public func apply(_ bytes: [UInt8]) throws -> Application {
        try transaction(.applying) { database in
            var reader = try DeltaReader(bytes)
            let known = context.progress.vector
            guard known.covers(reader.base) else {
                throw ReplicaError(
                    .baseNotCovered,
                    "the delta builds on writes that were not received yet"
                )
            }
            var application = Application()
            application.changes = reader.target.writes(since: known) ?? .max
            let merger = DeltaMerger(
                database,
                context,
                base: reader.base,
                target: reader.target
            )
            try merger.merge(&reader, &application)
            guard application.changes > 0 else { return application }
            context.progress.vector.formUnion(reader.target)
            context.progress.counter = context.progress.vector[id]
            try ArrivalLog(database, context).note()
            return application
        }
    }
}
