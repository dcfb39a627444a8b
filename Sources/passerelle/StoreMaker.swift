import Causality
import Foundation
import Records
import ReplicaStore
import Tenancy

/// Makes the folder of a new store and the store in it.
enum StoreMaker {
    struct Made: Report {
        let store: String
        let landlord: String
        let replica: String

        var text: String { "Store of landlord \(landlord) at \(store), replica \(replica)." }
    }

    static func make(
        _ partition: PartitionID,
        _ options: StoreOptions,
        label: String,
        from snapshot: Delta? = nil
    ) throws -> Made {
        let folder = try makeFolder(options)
        let store = try LandlordStore.create(
            in: folder,
            partition,
            agent: options.agentName ?? label,
            label: label,
            .host
        )
        defer { try? store.replica.close() }
        if let snapshot { try store.replica.apply(snapshot.bytes) }
        return Made(
            store: folder,
            landlord: partition.code,
            replica: store.replica.id.description
        )
    }

    /// Makes the folder of a store that its owner alone may enter; its path.
    static func makeFolder(_ options: StoreOptions) throws -> String {
        let folder = try options.folder
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ReplicaError(.readOnly, "the folder \(folder) cannot be made: check its parent")
        }
        return folder
    }
}
