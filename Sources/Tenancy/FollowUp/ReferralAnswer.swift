/// What a partner answered to an orientation.
package enum ReferralAnswer: Sendable {
    case accepted
    case refused(reason: String)
    case expired

    var status: ReferralStatus {
        switch self {
        case .accepted: .accepted
        case .refused: .refused
        case .expired: .expired
        }
    }

    var reason: String? {
        if case .refused(let reason) = self { return reason }
        return nil
    }
}
