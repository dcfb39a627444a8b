import Records
import Seams

/// What a device keeps secret: who it is, and what opens each month's bundles.
package struct Keyring: Sendable, Redacted {
    /// The landlord, nil until the device is accepted.
    package var landlord: RecordID?
    package let device: DeviceID
    /// One more at each writing, so that an old copy is known for one.
    package private(set) var generation: UInt64
    package let identity: SigningKey
    package private(set) var receiveKeys: [Month: ReceiveKey]
    /// The keys under which tokens are made, by the name of their period.
    package var periodKeys: [String: SecretBytes] = [:]

    package init(device: DeviceID, identity: SigningKey) {
        self.device = device
        self.identity = identity
        generation = 0
        receiveKeys = [:]
    }

    init(
        landlord: RecordID?,
        device: DeviceID,
        generation: UInt64,
        identity: SigningKey,
        receiveKeys: [Month: ReceiveKey],
        periodKeys: [String: SecretBytes]
    ) {
        self.landlord = landlord
        self.device = device
        self.generation = generation
        self.identity = identity
        self.receiveKeys = receiveKeys
        self.periodKeys = periodKeys
    }

    /// Makes a device that nobody knows yet.
    package init(from entropy: some Entropy) throws(SealFailure) {
        guard let device = DeviceID(bytes: entropy.bytes(DeviceID.length)) else { throw .length }
        self.init(device: device, identity: try SigningKey(from: entropy))
    }

    /// Makes the keys that are lacking from a month on, and returns all of these months.
    package mutating func prepare(
        _ months: Int,
        from first: Month,
        entropy: some Entropy
    ) throws(SealFailure) -> [Month: ReceivePublicKey] {
        var prepared: [Month: ReceivePublicKey] = [:]
        for offset in 0..<months {
            guard let month = first.advanced(by: offset) else { break }
            if receiveKeys[month] == nil { receiveKeys[month] = try ReceiveKey(from: entropy) }
            prepared[month] = receiveKeys[month]?.publicKey
        }
        return prepared
    }

    /// Destroys the keys of months that ended 45 days ago or more, and says which.
    package mutating func destroyKeys(at milliseconds: UInt64) -> [Month] {
        let over = receiveKeys.keys.filter { $0.isOver(at: milliseconds) }.sorted()
        for month in over { receiveKeys[month] = nil }
        return over
    }

    /// The keys that open bundles, the newest first.
    package var openingKeys: [ReceiveKey] {
        receiveKeys.sorted { $1.key < $0.key }.map(\.value)
    }

    /// The keyring of the next writing.
    package var next: Keyring {
        var next = self
        next.generation += 1
        return next
    }
}
