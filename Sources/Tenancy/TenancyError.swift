/// Why the trade refuses: a code to act on and a sentence to show, never personal data.
package struct TenancyError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case notFound = "not-found"
        case badValue = "bad-value"
        case ambiguous = "ambiguous"
        case refused = "refused"
    }

    package let code: Code
    package let description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
