import Membership
import Records
import ReplicaStore
import Sealing
import Seams

extension DeviceCustody {
    /// Begins a landlord: this device is its administrator.
    ///
    /// - Returns: The custody, and the recovery kit to print in two copies: it is kept nowhere.
    package static func found(
        in folder: String,
        _ partition: PartitionID,
        under typed: String,
        costing derivation: KeyDerivation = .standard,
        _ environment: ReplicaEnvironment
    ) throws -> (custody: DeviceCustody, kit: RecoveryKit) {
        let custody = try begin(in: folder, under: typed, derivation, environment)
        return try CustodyError.naming {
            let request = try custody.makeRequest()
            let kit = RecoveryKit(of: partition.id, from: environment.entropy)
            // The root key signs the first entry and is forgotten.
            let log = try MembershipLog(
                founding: partition.id,
                station: try station(1),
                device: request,
                recovery: try RecoveryKeys(of: kit),
                signedBy: try SigningKey(from: environment.entropy)
            )
            try custody.change { $0.landlord = partition.id }
            try custody.keep(log, after: MembershipDeed(.found, "poste 1"))
            return (custody, kit)
        }
    }

    /// Makes the keys of a device that asks to join, and the file that asks.
    package static func request(
        in folder: String,
        under typed: String,
        costing derivation: KeyDerivation = .standard,
        _ environment: ReplicaEnvironment
    ) throws -> (custody: DeviceCustody, request: DeviceRequest) {
        let custody = try begin(in: folder, under: typed, derivation, environment)
        let request = try CustodyError.naming { try custody.makeRequest() }
        try environment.volume.disk(at: folder).write(request.bytes, as: requestName)
        try custody.ledger.audit(.request, request.fingerprint.description, at: custody.now)
        return (custody, request)
    }

    /// Adds the device of a request, and makes the file that answers it.
    package func invite(
        _ request: DeviceRequest,
        into partition: PartitionID
    ) throws -> (invitation: Invitation, station: Station) {
        try CustodyError.naming {
            try requireAdministrator()
            var log = try log()
            let station = try Self.station(log.roster.nextNumber)
            try log.append(
                .addDevice(station: station, device: request),
                signedBy: keyring.identity
            )
            let invitation = try Invitation(
                answering: request,
                into: partition,
                log: log,
                expires: now + Self.invitationLife,
                signedBy: keyring.identity,
                entropy: environment.entropy
            )
            try keep(log, after: MembershipDeed(.invite, station.description))
            return (invitation, station)
        }
    }

    /// Opens an invitation on the device that asked, once.
    package func accept(_ invitation: Invitation, code: String) throws -> Enrolment {
        try CustodyError.naming {
            guard !environment.volume.isAbsent(folder + "/" + Self.requestName) else {
                throw CustodyError(.notFound, "this device has asked nobody: see device request")
            }
            let disk = environment.volume.disk(at: folder)
            let bytes = try disk.read(Self.requestName, from: 0, count: Self.largestFile)
            let enrolment = try invitation.accept(
                for: try DeviceRequest(bytes),
                with: keyring.openingKeys,
                code: code,
                at: now,
                used: try ledger.usedInvitations()
            )
            // The invitation is used up with the log that it brought, not before.
            try change { $0.landlord = enrolment.partition.id }
            let number = enrolment.log.roster.head.sequence
            try keep(
                enrolment.log,
                after: MembershipDeed(.accept, "\(number)", using: enrolment.invitation)
            )
            return enrolment
        }
    }

    package static func station(_ number: UInt64) throws -> Station {
        guard let station = Station(number: number) else {
            throw CustodyError(.membership, "there are too many devices: \(number)")
        }
        return station
    }

    static func begin(
        in folder: String,
        under typed: String,
        _ derivation: KeyDerivation,
        _ environment: ReplicaEnvironment
    ) throws -> DeviceCustody {
        guard !exists(in: folder, environment) else {
            throw CustodyError(.exists, "a keyring stands in this folder already")
        }
        return try CustodyError.naming {
            try DeviceCustody(
                in: folder,
                try Keyring(from: environment.entropy),
                under: try Passphrase(typed: typed),
                costing: derivation,
                environment
            )
        }
    }

    /// What this device asks, with keys for the months to come.
    func makeRequest() throws -> DeviceRequest {
        let prepared = try prepareKeys(of: comingMonths)
        return try DeviceRequest(
            of: keyring,
            receiveKeys: prepared,
            entropy: environment.entropy
        )
    }

    /// The months for which a device has keys at any time.
    var comingMonths: Set<Month> {
        let first = Month(milliseconds: now)
        return Set((0..<Self.months).compactMap { first.advanced(by: $0) })
    }

    /// The public halves of the receive keys of some months; the keyring is written where it lacked one.
    func prepareKeys(of months: Set<Month>) throws -> [Month: ReceivePublicKey] {
        if months.contains(where: { keyring.receiveKeys[$0] == nil }) {
            try change { keyring in
                _ = keyring.destroyKeys(at: now)
                for month in months.sorted() {
                    _ = try keyring.prepare(1, from: month, entropy: environment.entropy)
                }
            }
        }
        return keyring.receiveKeys.filter { months.contains($0.key) }.mapValues(\.publicKey)
    }
}
