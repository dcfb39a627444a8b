import BundleFormat
import Records

extension Keyring {
    /// The keyring in clear: what ``KeyringFile`` seals.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.byte(landlord == nil ? 0 : 1)
        if let landlord { writer.raw(landlord.bytes) }
        writer.raw(device.bytes)
        writer.varint(generation)
        writer.raw(identity.secret)
        writer.count(receiveKeys.count)
        for (month, key) in receiveKeys.sorted(by: { $0.key < $1.key }) {
            writer.varint(UInt64(month.number))
            writer.raw(key.secret)
        }
        // A keyring without them has the bytes that it had before there were any.
        guard !periodKeys.isEmpty else { return writer.bytes }
        writer.count(periodKeys.count)
        for (period, key) in periodKeys.sorted(by: { $0.key < $1.key }) {
            writer.text(period)
            writer.raw(key.bytes)
        }
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws(SealFailure) {
        var reader = ByteReader(bytes)
        let landlord = try SealFailure.naming { () throws(FormatFailure) in
            try Self.landlord(&reader)
        }
        let (device, generation, secret) = try SealFailure.naming { () throws(FormatFailure) in
            let device = try reader.device()
            let generation = try reader.sequence("a generation", from: 1)
            return (device, generation, try reader.raw(SigningKey.length))
        }
        self.init(
            landlord: landlord,
            device: device,
            generation: generation,
            identity: try SigningKey(secret: secret),
            receiveKeys: try Self.receiveKeys(&reader),
            periodKeys: try Self.periodKeys(&reader)
        )
        guard reader.isAtEnd else { throw .trailingData }
    }

    private static func landlord(_ reader: inout ByteReader) throws(FormatFailure) -> RecordID? {
        switch try reader.byte() {
        case 0: return nil
        case 1: return try reader.recordID()
        default: throw .notCanonical("a landlord")
        }
    }

    private static func receiveKeys(
        _ reader: inout ByteReader
    ) throws(SealFailure) -> [Month: ReceiveKey] {
        var keys: [Month: ReceiveKey] = [:]
        var last = -1
        let count = try SealFailure.naming { () throws(FormatFailure) in
            try reader.count("receive keys", limit: SealLimits.receiveKeys)
        }
        for _ in 0..<count {
            let (month, secret) = try SealFailure.naming { () throws(FormatFailure) in
                let month = try reader.month(after: last)
                return (month, try reader.raw(ReceiveKey.length))
            }
            keys[month] = try ReceiveKey(secret: secret)
            last = month.number
        }
        return keys
    }

    private static func periodKeys(
        _ reader: inout ByteReader
    ) throws(SealFailure) -> [String: SecretBytes] {
        guard !reader.isAtEnd else { return [:] }
        return try SealFailure.naming { () throws(FormatFailure) in
            var keys: [String: SecretBytes] = [:]
            var last = ""
            let count = try reader.count("period keys", limit: SealLimits.periodKeys)
            guard count > 0 else { throw .notCanonical("period keys") }
            for _ in 0..<count {
                let period = try reader.text(limit: SealLimits.periodName)
                guard period > last, let key = SecretBytes(try reader.raw(SecretBytes.length))
                else { throw .notCanonical("a period key") }
                keys[period] = key
                last = period
            }
            return keys
        }
    }
}

extension ByteReader {
    /// A month later than the one before it in a list; -1 before the first.
    package mutating func month(after last: Int) throws(FormatFailure) -> Month {
        let number = try varint()
        guard number <= UInt64(Month.maximum), Int(number) > last,
            let month = Month(number: Int(number))
        else { throw .notCanonical("a month") }
        return month
    }
}
