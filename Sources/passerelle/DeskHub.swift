import Custody
import Desk
import Exchange
import Foundation
import HTTPExchange
import HostSystem
import ReplicaStore
import Tenancy

/// The desk's road to the hub.
struct DeskHub {
    private let folder: String

    init(beside folder: String) { self.folder = folder }

    /// One exchange; ``HubUnreachable`` of whatever the road itself refuses.
    func exchange(
        _ custody: DeviceCustody,
        _ store: LandlordStore,
        _ region: RegionSync,
        at address: String,
        key: String?
    ) throws -> SyncReport {
        do {
            let authority = ProcessInfo.processInfo.environment["PASSERELLE_HUB_CA"]
            return try HubRoad.sync(
                store.replica,
                custody,
                at: try HubAddress(address),
                key: key,
                trusting: try authority.map { try HubAuthority(file: $0) },
                beside: HostFolder(folder),
                .host,
                region: region,
                obeying: store.carryOut
            )
        } catch is HubRoadFailure {
            throw HubUnreachable()
        }
    }
}
