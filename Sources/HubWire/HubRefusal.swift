/// The body of an answer that refuses.
package struct HubRefusal: Codable, Hashable, Error, Sendable {
    package let code: HubFault
    /// The name that the floor below gives the fault, where it has one.
    package let detail: String?

    package init(_ code: HubFault, _ detail: String? = nil) {
        self.code = code
        self.detail = detail
    }
}
