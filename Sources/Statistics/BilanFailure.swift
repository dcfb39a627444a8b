/// Why no bilan can be made.
package enum BilanFailure: Error, Hashable, CustomStringConvertible {
    case landlordTwice(code: String)

    package var description: String {
        switch self {
        case .landlordTwice(let code):
            "Landlord '\(code)' is expected twice: declare each landlord once."
        }
    }
}
