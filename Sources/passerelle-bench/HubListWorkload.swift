import Foundation
import HTTPExchange
import HostSystem
import HubServer
import HubStorage
import Membership
import Synchronization

/// The p99 of what a device waits for a listing with nothing new, 100 of them asking five times a second.
///
/// The clients run on the same cores, and their signing and checking is in the figure.
struct HubListWorkload: Workload {
    private static let devices = 100
    private static let listings = 50
    /// Between two listings of one device, in microseconds.
    private static let pause: UInt32 = 200_000

    private let bench: Bench
    private let landlord: InventedLandlord

    init(_ bench: Bench) throws {
        self.bench = bench
        landlord = try InventedLandlord("B4", devices: Self.devices)
    }

    func sample(round: Int) throws -> Sample {
        try bench.folder.inside { path in
            let folder = try HubFolder(at: path, SystemEntropy(), HostVolume())
            defer { try? folder.close() }
            try folder.admit(landlord.log.bytes, code: "B4")
            let rates = HubRates(device: 1e6, landlord: 1e6, address: 1e6)
            let hub = try Waiting.of {
                try await LoopbackHub(folder, SystemClock(), SystemEntropy(), rates)
            }
            let clients = try HubClients(landlord, at: hub.url, key: hub.desk.publicKeyText)
            // The first listing of each connects.
            try clients.together { _, road in _ = try road.list() }
            let times = Mutex<[Double]>([])
            try clients.together { device, road in
                usleep(Self.pause / UInt32(Self.devices) * UInt32(device))
                for _ in 0..<Self.listings {
                    let time = try bench.milliseconds { _ = try road.listAgain() }
                    times.withLock { $0.append(time) }
                    usleep(Self.pause)
                }
            }
            try clients.close()
            try Waiting.of { try await hub.stop() }
            let sorted = times.withLock { $0.sorted() }
            return Sample(plain: nil, engine: sorted[sorted.count * 99 / 100])
        }
    }
}
