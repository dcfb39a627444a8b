import HubWire

/// Why a synchronisation with the hub failed: a code for programs, a sentence for people.
package enum HubRoadFailure: Error, Hashable, Sendable {
    /// Nobody answers at that address.
    case unreachable
    /// Nobody whom this machine trusts vouches for the certificate.
    case untrustedCertificate
    /// The file of an authority holds no certificate.
    case badAuthority
    /// The answer is not signed by the hub that this device knows.
    case otherHub
    /// The first meeting needs the hub's key.
    case unknownHub
    /// The address or the key is in no form that is read.
    case badAddress
    /// The hub shows an older state than it did before.
    case oldState
    /// The hub gave other bytes than it listed.
    case otherBytes
    /// The listing contradicts itself or what was asked.
    case badListing
    /// The answer is in no form that is read.
    case badAnswer
    case refused(HubRefusal)

    package var code: String {
        switch self {
        case .unreachable: "hub-unreachable"
        case .untrustedCertificate: "hub-certificate"
        case .badAuthority: "hub-ca"
        case .otherHub: "hub-key"
        case .unknownHub: "hub-key-missing"
        case .badAddress: "hub-address"
        case .oldState: "hub-old-state"
        case .otherBytes: "hub-other-bytes"
        case .badListing: "hub-listing"
        case .badAnswer: "hub-answer"
        case .refused(let refusal): "hub-\(refusal.code.rawValue)"
        }
    }
}

extension HubRoadFailure: CustomStringConvertible {
    package var description: String { "\(sentence) [\(code)]" }

    private var sentence: String {
        switch self {
        case .unreachable: "the hub does not answer: your work is kept here, try again later"
        case .untrustedCertificate:
            "this machine does not trust the hub's certificate: give your authority's file with "
                + "--hub-ca, or tell the administrator"
        case .badAuthority: "--hub-ca names no PEM file of certificates"
        case .otherHub:
            "the answer is not signed by the hub that this device knows: tell the administrator"
        case .unknownHub:
            "this device does not know the hub yet: give its key once, with --hub-key"
        case .badAddress:
            "the hub's address is https://NAME[:PORT], its key sixty-four hexadecimal digits"
        case .oldState:
            "the hub shows an older state than before: nothing was lost here, tell the administrator"
        case .otherBytes: "the hub gave other bytes than it listed: tell the administrator"
        case .badListing:
            "the hub's listing contradicts itself: nothing was taken, tell the administrator"
        case .badAnswer: "the hub's answer cannot be read: is this software up to date?"
        case .refused(let refusal): Self.sentence(refusal)
        }
    }

    private static func sentence(_ refusal: HubRefusal) -> String {
        let detail = refusal.detail.map { " (\($0))" } ?? ""
        switch refusal.code {
        case .notFound:
            return "the hub does not know this landlord or this device: the administrator's device "
                + "synchronises first"
        case .tooMany: return "the hub is asked too often: try again in a minute"
        case .diskFull: return "the hub has no room left: your work is kept here"
        case .tooLarge: return "the hub takes no bundle of that size"
        case .forked:
            return "the hub holds another membership log than this device: tell the administrator"
        default: return "the hub refused: \(refusal.code.rawValue)\(detail)"
        }
    }
}
