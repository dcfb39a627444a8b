import BundleFormat
import Records
import Sealing

extension MembershipChange {
    var kind: UInt8 {
        switch self {
        case .genesis: 1
        case .addDevice: 2
        case .receiveKeys: 3
        case .revoke: 4
        case .handOver: 5
        case .erase: 6
        case .recover: 7
        case .hub: 8
        }
    }

    func write(to writer: inout ByteWriter) {
        writer.byte(kind)
        switch self {
        case .genesis(let station, let device, let recovery),
            .recover(let station, let device, let recovery):
            writer.varint(station.number)
            writer.lengthPrefixed(device.bytes)
            recovery.write(to: &writer)
        case .addDevice(let station, let device):
            writer.varint(station.number)
            writer.lengthPrefixed(device.bytes)
        case .receiveKeys(let update):
            writer.lengthPrefixed(update.bytes)
        case .revoke(let revocation):
            revocation.write(to: &writer)
        case .handOver(let device):
            writer.raw(device.bytes)
        case .erase(let erasure):
            writer.raw(erasure.id.bytes)
            writer.raw(erasure.order.bytes)
        case .hub(let key):
            writer.raw(key.bytes)
        }
    }

    init(from reader: inout ByteReader) throws(MembershipFailure) {
        let kind = try MembershipFailure.naming { () throws(FormatFailure) in try reader.byte() }
        switch kind {
        case 1, 7:
            let (station, device) = try Self.device(&reader)
            let recovery = try RecoveryKeys(from: &reader)
            self =
                kind == 1
                ? .genesis(station: station, device: device, recovery: recovery)
                : .recover(station: station, device: device, recovery: recovery)
        case 2:
            let (station, device) = try Self.device(&reader)
            self = .addDevice(station: station, device: device)
        case 3:
            self = .receiveKeys(try ReceiveKeyUpdate(try Self.file(&reader)))
        case 4...6:
            self = try MembershipFailure.naming { () throws(FormatFailure) in
                try Self.plain(kind, &reader)
            }
        case 8:
            self = .hub(try SignedFile.key(from: &reader))
        default: throw .bytes(.unsupportedVersion(UInt64(kind)))
        }
    }

    private static func plain(
        _ kind: UInt8,
        _ reader: inout ByteReader
    ) throws(FormatFailure) -> Self {
        switch kind {
        case 4: .revoke(try Revocation(from: &reader))
        case 5: .handOver(try reader.device())
        default: .erase(Erasure(id: try reader.recordID(), order: try reader.digest()))
        }
    }

    private static func device(
        _ reader: inout ByteReader
    ) throws(MembershipFailure) -> (Station, DeviceRequest) {
        let number = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.varint()
        }
        guard let station = Station(number: number) else {
            throw .bytes(.notCanonical("the number of a device"))
        }
        return (station, try DeviceRequest(try file(&reader)))
    }

    private static func file(_ reader: inout ByteReader) throws(MembershipFailure) -> [UInt8] {
        try MembershipFailure.naming { () throws(FormatFailure) in
            let count = try reader.count("a signed part", limit: MembershipLimits.request)
            return Array(try reader.raw(count))
        }
    }
}
