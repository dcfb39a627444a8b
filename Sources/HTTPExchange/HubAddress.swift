import Foundation

/// Where the hub is: HTTPS, or the loopback in clear.
package struct HubAddress: Hashable, Sendable {
    let base: String

    package init(_ text: String) throws(HubRoadFailure) {
        guard let url = URL(string: text), let host = url.host, url.query == nil,
            url.user == nil, url.fragment == nil, url.path.isEmpty || url.path == "/"
        else { throw .badAddress }
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard url.scheme == "https" || url.scheme == "http" && isLoopback else {
            throw .badAddress
        }
        base = text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
