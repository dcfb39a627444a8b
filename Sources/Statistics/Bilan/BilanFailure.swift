/// Why no bilan can be made or read.
package enum BilanFailure: Error, Hashable, CustomStringConvertible {
    case landlordTwice(code: String)
    case unreadable
    case otherDefinition(rate: String)

    package var description: String {
        switch self {
        case .landlordTwice(let code):
            "Landlord '\(code)' is expected twice: declare each landlord once."
        case .unreadable:
            "The bilan cannot be read: take the one that was kept, or write it anew."
        case .otherDefinition(let rate):
            "The rate '\(rate)' had another definition in that bilan: compare the two by hand."
        }
    }
}
