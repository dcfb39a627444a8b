/// Something in a mailbox that was not taken; it changed nothing and stopped nothing else.
public struct RefusedBundle: Hashable, Sendable {
    /// The name under which it lay.
    public let token: String
    /// Why, and what to do about it, in English, with a code in brackets at the end.
    public let reason: String

    package init(token: String, reason: String) {
        self.token = token
        self.reason = reason
    }
}
