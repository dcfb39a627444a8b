import ReplicaStore

/// What is done to a store that is not open: restored, examined, repaired.
extension LandlordStore {
    /// Makes a store from a backup, in a folder that holds none.
    package static func restore(
        from backup: String,
        into folder: String,
        _ environment: ReplicaEnvironment
    ) throws -> VerifyReport {
        try Replica.restore(
            from: backup,
            into: folder,
            try TenancySchema.make(),
            environment,
            functions: SearchSQL.all
        )
    }

    /// Examines a backup.
    package static func verify(
        backup: String,
        _ environment: ReplicaEnvironment
    ) throws -> VerifyReport {
        try Replica.verify(
            backup: backup,
            try TenancySchema.make(),
            environment,
            functions: SearchSQL.all
        )
    }

    /// Makes a new store of what can be read of a damaged one.
    package static func repair(
        _ damaged: String,
        into folder: String,
        _ environment: ReplicaEnvironment
    ) throws -> RepairReport {
        try Replica.repair(
            damaged + "/" + Replica.fileName,
            into: folder,
            try TenancySchema.make(),
            environment,
            functions: SearchSQL.all
        )
    }
}
