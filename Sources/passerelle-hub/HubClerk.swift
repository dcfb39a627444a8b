import AsyncHTTPClient
import Foundation
import HostSystem
import Hub
import HubServer
import HubStorage
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import ReplicaStore

/// Has an order carried out: here, or by the server that holds the data folder.
enum HubClerk {
    /// What a reconciliation of a large region may take.
    private static let patience = TimeAmount.hours(2)

    static func carryOut(_ order: HubOrder, in data: String) async throws -> HubOutcome {
        try FileManager.default.createDirectory(
            atPath: data,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        do {
            let folder = try HubFolder(at: data, SystemEntropy(), HostVolume())
            defer { try? folder.close() }
            let office = HubOffice(folder, .host)
            let outcome = await office.carryOut(order)
            try await office.close()
            return outcome
        } catch StorageFailure.busy(let path) {
            guard HubControl(in: data) != nil else { throw StorageFailure.busy(path: path) }
            return try await ask(order, in: data)
        }
    }

    /// Asks the server, through the socket in its data folder.
    private static func ask(_ order: HubOrder, in data: String) async throws -> HubOutcome {
        let socket = URL(fileURLWithPath: data + "/" + HubControl.socketName).path
        guard let url = URL(httpURLWithSocketPath: socket, uri: HubControl.path) else {
            throw StorageFailure.busy(path: data)
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = .POST
        request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(order)))
        let response: HTTPClientResponse
        do {
            response = try await HTTPClient.shared.execute(request, timeout: patience)
        } catch {
            // Whoever holds the folder answers no orders: it begins, ends, or is another command.
            throw StorageFailure.busy(path: data)
        }
        let bytes = try await response.body.collect(upTo: HubControl.largestOrder)
        return try JSONDecoder().decode(HubOutcome.self, from: Data(buffer: bytes))
    }
}

extension ReplicaEnvironment {
    /// This machine.
    static let host = ReplicaEnvironment(
        clock: SystemClock(),
        entropy: SystemEntropy(),
        volume: HostVolume()
    )
}
