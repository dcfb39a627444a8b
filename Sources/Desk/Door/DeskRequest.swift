/// A request as the desk reads it, whichever server took it.
package struct DeskRequest: Sendable {
    package enum Method: Sendable {
        case get
        case post
        case other
    }

    package let method: Method
    /// The path, without the query.
    package let path: String
    package var query = ""
    package var host: String?
    package var origin: String?
    /// What the browser says of where the request comes from (`Sec-Fetch-Site`).
    package var site: String?
    package var type: String?
    package var cookie: String?
    /// The body; nil where it is larger than is read.
    package var body: [UInt8]? = []

    package init(_ method: Method, _ path: String) {
        self.method = method
        self.path = path
    }

    /// The parts of the path between its slashes.
    var parts: [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }
}
