import Custody
import Exchange
import FolderExchange
import HTTPExchange
import HostSystem
import ReplicaStore

/// How the laptops of one landlord meet: at the hub over HTTP, or in a folder that the hub looks into.
enum DemoRoad {
    case hub(url: String, key: String)
    case folder(String)

    func sync(
        _ replica: Replica,
        _ custody: DeviceCustody,
        store: String,
        _ region: RegionSync
    ) throws -> SyncReport {
        switch self {
        case .folder(let path):
            return try SealedSync(custody, replica, HostFolder(path), region: region).run()
        case .hub(let url, let key):
            return try HubRoad.sync(
                replica,
                custody,
                at: try HubAddress(url),
                key: key,
                beside: HostFolder(store),
                Self.pause,
                region: region
            )
        }
    }

    /// Leaves a statement where the hub finds it.
    func leave(
        _ custody: DeviceCustody,
        store: String,
        _ work: (any Mailbox) throws -> Void
    ) throws {
        switch self {
        case .folder(let path): try work(FolderMailbox(HostFolder(path)))
        case .hub(let url, let key):
            try HubRoad.leave(
                custody,
                at: try HubAddress(url),
                key: key,
                beside: HostFolder(store),
                Self.pause,
                work
            )
        }
    }

    private static let pause = HubPause(SystemEntropy()) { _ in }
}
