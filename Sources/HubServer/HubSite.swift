import Hummingbird

/// Pages for people, beside the API on the same listener.
package protocol HubSite: Sendable {
    /// Whether a path is one of the pages; any other is answered as before.
    func owns(_ path: Substring) -> Bool

    func answer(_ request: Request, from address: String) async -> HubAnswer
}
