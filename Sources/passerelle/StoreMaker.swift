import Causality
import Foundation
import Membership
import Records
import ReplicaStore
import Sealing
import Tenancy

/// Makes the folder of a new store and the store in it.
enum StoreMaker {
    struct Made: Report {
        let store: String
        let landlord: String
        let replica: String
        /// What people call the device, nil where it is no member.
        let station: String?

        init(_ store: LandlordStore, _ folder: String, _ log: MembershipLog, _ device: DeviceID) {
            self.store = folder
            landlord = store.replica.partition.code
            replica = store.replica.id.description
            station = log.roster.members[device]?.station.description
        }

        var text: String {
            let place = station.map { ", \($0)" } ?? ""
            return "Store of landlord \(landlord) at \(store), replica \(replica)\(place)."
        }
    }

    /// Makes a store and what belongs beside it: all of it, or nothing.
    static func make<Result>(
        _ partition: PartitionID,
        _ options: StoreOptions,
        label: String,
        _ complete: (_ store: LandlordStore, _ folder: String) throws -> Result
    ) throws -> Result {
        let before = FolderContents(try options.folder)
        let folder = try makeFolder(options)
        let store = try LandlordStore.create(
            in: folder,
            partition,
            agent: options.agentName ?? label,
            label: label,
            .host
        )
        do {
            let result = try complete(store, folder)
            try? store.replica.close()
            return result
        } catch {
            try? store.replica.close()
            before.removeNewFiles()
            throw error
        }
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
