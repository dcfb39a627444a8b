import Membership

/// Why a device is revoked, as one types it.
enum RevocationWord: String, CaseIterable {
    case lost, stolen, left, silent, replaced, other

    var reason: Revocation.Reason {
        switch self {
        case .lost: .lost
        case .stolen: .stolen
        case .left: .left
        case .silent: .silent
        case .replaced: .replaced
        case .other: .other
        }
    }

    init(_ reason: Revocation.Reason) {
        self = Self.allCases.first { $0.reason == reason } ?? .other
    }
}
