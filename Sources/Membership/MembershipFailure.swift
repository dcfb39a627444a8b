import BundleFormat
import Sealing

/// Why an entry, a log, a request or an invitation is refused; nothing changes.
package enum MembershipFailure: Error, Hashable, Sendable {
    /// The bytes are not in their form, or a key in them is weak.
    case bytes(SealFailure)
    /// It belongs to another landlord.
    case otherLandlord
    /// The log does not begin with a genesis, or has a second one.
    case genesis
    /// The entry does not follow the last one: its number.
    case outOfOrder
    /// The entry does not follow the last one: the hash that it names.
    case brokenChain
    /// Signed by somebody who may not make this change.
    case notAdministrator
    /// The signature is not that of the key that it names.
    case signature
    /// The entry concerns a device that is no member.
    case unknownDevice
    /// The device, its key or its number is a member's already, or was once.
    case knownDevice
    /// The device was revoked.
    case revokedDevice
    /// The administrator hands over before being revoked.
    case administratorStays
    /// Receive keys that are not newer than the last ones of the device.
    case staleKeys
    /// An erasure of that name was ordered already.
    case knownErasure
    /// Two entries bear one number: nothing is added until people have decided.
    case forked(sequence: UInt64)
    /// The invitation answers the request of another device.
    case otherRequest
    /// The invitation is past its time.
    case expired
    /// The invitation was used already.
    case reused
    /// The words are not those of this request and this invitation.
    case codeMismatch
}

extension MembershipFailure {
    /// Runs a reader of bytes and gives its failures the names of this floor.
    static func naming<T>(
        _ read: () throws(FormatFailure) -> T
    ) throws(MembershipFailure) -> T {
        try sealing { () throws(SealFailure) in try SealFailure.naming(read) }
    }

    static func sealing<T>(
        _ work: () throws(SealFailure) -> T
    ) throws(MembershipFailure) -> T {
        do throws(SealFailure) { return try work() } catch { throw .bytes(error) }
    }

    /// Whether a newer version wrote the bytes: they may be sound, and are not to be written over.
    package var isOfNewerVersion: Bool {
        if case .bytes(.unsupportedVersion) = self { true } else { false }
    }

    /// The name of the failure, the same in every reader.
    package var name: String {
        switch self {
        case .bytes(let failure): failure.name
        case .otherLandlord: "other-landlord"
        case .genesis: "genesis"
        case .outOfOrder: "out-of-order"
        case .brokenChain: "broken-chain"
        case .notAdministrator: "not-administrator"
        case .signature: "signature"
        case .unknownDevice: "unknown-device"
        case .knownDevice: "known-device"
        case .revokedDevice: "revoked-device"
        case .administratorStays: "administrator-stays"
        case .staleKeys: "stale-keys"
        case .knownErasure: "known-erasure"
        case .forked: "forked"
        case .otherRequest: "other-request"
        case .expired: "expired"
        case .reused: "reused"
        case .codeMismatch: "code-mismatch"
        }
    }
}

extension MembershipFailure: CustomStringConvertible {
    /// The failure and its remedy, in English.
    package var description: String {
        switch self {
        case .bytes(let failure): failure.description
        case .otherLandlord: "this belongs to another landlord"
        case .genesis: "the log does not begin where a log begins"
        case .outOfOrder: "entries are missing between this one and the last: fetch the whole log"
        case .brokenChain: "the entry does not follow the last one: fetch the whole log"
        case .notAdministrator: "only the administrator may make this change"
        case .signature: "the signature is not that of the key that it names"
        case .unknownDevice: "the device is no member"
        case .knownDevice: "the device, its key or its number is taken: make a new request"
        case .revokedDevice: "the device was revoked"
        case .administratorStays: "the administrator hands over first"
        case .staleKeys: "the keys are not newer than the last ones of the device"
        case .knownErasure: "the erasure was ordered already"
        case .forked(let sequence):
            "two entries bear number \(sequence): no change until people have decided"
        case .otherRequest: "the invitation answers the request of another device"
        case .expired: "the invitation is past its time: ask for a new one"
        case .reused: "the invitation was used already: ask for a new one"
        case .codeMismatch: "the words differ: somebody may have changed a file on its way"
        }
    }
}
