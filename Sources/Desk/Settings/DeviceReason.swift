import Membership

/// Why a device is taken out, as a form says it.
enum DeviceReason: String, CaseIterable {
    case lost = "perdu"
    case stolen = "vole"
    case left = "depart"
    case replaced = "remplace"
    case other = "autre"

    var reason: Revocation.Reason {
        switch self {
        case .lost: .lost
        case .stolen: .stolen
        case .left: .left
        case .replaced: .replaced
        case .other: .other
        }
    }
}
