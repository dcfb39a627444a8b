/// Why a policy was refused.
package enum PolicyFailure: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: Int)
    case notJSON(JSONFailure)
    case unknownSchema(Int)
    case missing(String)
    case outOfRange(field: String, value: Int, lowest: Int, greatest: Int)
    case catalogue(CatalogueFailure)
    case badLandlord
    case badPeriod
    case foreignKeyMaker
    case unknownMember
    case notCanonical

    package var description: String {
        switch self {
        case .tooLarge(let bytes):
            "The policy has \(bytes) bytes, over \(ReleasePolicy.largestSize): write it again."
        case .notJSON(let failure): "The policy is not JSON: \(failure); write it again."
        case .unknownSchema(let schema):
            "The policy has schema \(schema) and this software reads \(ReleasePolicy.schema): "
                + "upgrade the older of the two."
        case .missing(let field): "The policy lacks '\(field)': write it again."
        case .outOfRange(let field, let value, let lowest, let greatest):
            "The policy's '\(field)' is \(value), not between \(lowest) and \(greatest)."
        case .catalogue(let failure): failure.description
        case .badLandlord:
            "A landlord code of the policy is not one that the region can declare."
        case .badPeriod:
            "The policy's 'period' is not 1 to \(PublicName.longestCode) letters, digits, - and _."
        case .foreignKeyMaker:
            "The policy's 'key_maker' is none of its 'token_landlords': name one of them."
        case .unknownMember:
            "The policy has a member that this software does not know: correct its name, or upgrade."
        case .notCanonical:
            "The policy is not in its one canonical form: write it again with this software."
        }
    }
}
