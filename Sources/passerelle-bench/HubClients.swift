import Dispatch
import Foundation
import HTTPExchange
import HostSystem
import HubWire
import Records
import Sealing
import Synchronization

/// A device's client for each device of a landlord, each on a thread of its own as on its own laptop.
struct HubClients {
    private let landlord: InventedLandlord
    private let connections: [HubConnection]
    private let key: String

    init(_ landlord: InventedLandlord, at url: String, key: String) throws {
        self.landlord = landlord
        self.key = key
        connections = try landlord.devices.map { device in
            HubConnection(
                try HubAddress(url),
                hub: try HubRoad.key(key),
                device: device.id,
                identity: device.identity,
                trusting: nil,
                HubPause(attempts: 4, SystemEntropy()) { usleep(UInt32($0) * 1_000) }
            )
        }
    }

    /// Lets every device do something at once; the first failure, if one failed.
    func together(_ work: @escaping (_ device: Int, _ road: HubRoad) throws -> Void) throws {
        let group = DispatchGroup()
        let failure = Mutex<(any Error)?>(nil)
        nonisolated(unsafe) let (connections, work) = (connections, work)
        let (landlord, key) = (landlord, key)
        for device in landlord.devices.indices {
            group.enter()
            let thread = Thread {
                do {
                    let memory = HubMemory(key: key)
                    let road = HubRoad(connections[device], of: landlord.partition.id, memory)
                    try work(device, road)
                } catch { failure.withLock { $0 = $0 ?? error } }
                group.leave()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        group.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    func close() throws {
        for connection in connections { try connection.close() }
    }
}
