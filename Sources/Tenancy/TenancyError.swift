/// Why the trade refuses: a code to act on and a sentence to show, never personal data.
package struct TenancyError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case notFound = "not-found"
        case badValue = "bad-value"
        case ambiguous = "ambiguous"
        case refused = "refused"
        case erased = "erased"
        case opposed = "opposed"
    }

    package let code: Code
    package let description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// What was erased for good is neither read nor written any more.
    static let erasedFile = TenancyError(
        .erased,
        "the file was erased at an order of the administrator: nothing is written to it any more"
    )
}
