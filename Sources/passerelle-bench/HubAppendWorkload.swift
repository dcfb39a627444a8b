import HTTPExchange
import HostSystem
import HubServer
import HubStorage
import Membership
import Records

/// 10,000 bundles of 16 KB that 100 devices bring at once, against the same bytes as rows of plain
/// SQLite, each in a durable transaction of its own.
struct HubAppendWorkload: Workload {
    static let devices = 100
    static let bundles = 10_000
    static let bytes = 16_000

    private let bench: Bench
    private let isHTTP: Bool
    private let landlord: InventedLandlord
    /// The bundles of each device.
    private let content: [[[UInt8]]]

    init(_ bench: Bench, overHTTP isHTTP: Bool) throws {
        self.bench = bench
        self.isHTTP = isHTTP
        let landlord = try InventedLandlord("B4", devices: Self.devices)
        self.landlord = landlord
        content = try (0..<Self.devices).map { device in
            try (1...Self.bundles / Self.devices).map { sequence in
                try landlord.bundle(of: device, UInt64(sequence), bytes: Self.bytes)
            }
        }
    }

    func sample(round: Int) throws -> Sample {
        try bench.sides(round: round, plain: plain, engine: isHTTP ? overHTTP : direct)
    }

    private func plain() throws -> Double {
        try bench.folder.inside { path in
            let store = try PlainBlobs(in: path)
            return try bench.milliseconds {
                for bundles in content { for bundle in bundles { try store.insert(bundle) } }
            }
        }
    }

    private func folder(at path: String) throws -> HubFolder {
        let folder = try HubFolder(at: path, SystemEntropy(), HostVolume())
        try folder.admit(landlord.log.bytes, code: "B4")
        return folder
    }

    /// The storage by itself, checks and all.
    private func direct() throws -> Double {
        try bench.folder.inside { path in
            let folder = try folder(at: path)
            defer { try? folder.close() }
            guard let mailbox = folder.mailbox(of: landlord.partition.id) else { return .nan }
            let content = content
            return try bench.milliseconds {
                try Waiting.of {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for bundles in content {
                            group.addTask {
                                for bundle in bundles {
                                    _ = try await mailbox.append(bundle, on: 1)
                                }
                            }
                        }
                        try await group.waitForAll()
                    }
                }
            }
        }
    }

    private func overHTTP() throws -> Double {
        try bench.folder.inside { path in
            let folder = try folder(at: path)
            defer { try? folder.close() }
            let rates = HubRates(device: 1e6, landlord: 1e6, address: 1e6)
            let hub = try Waiting.of {
                try await LoopbackHub(folder, SystemClock(), SystemEntropy(), rates)
            }
            let clients = try HubClients(landlord, at: hub.url, key: hub.desk.publicKeyText)
            let content = content
            let time = try bench.milliseconds {
                try clients.together { device, road in
                    for bundle in content[device] { try road.append(bundle, as: "") }
                }
            }
            try clients.close()
            try Waiting.of { try await hub.stop() }
            return time
        }
    }
}
