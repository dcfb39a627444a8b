import Sealing

/// What one landlord's mailbox holds, in numbers.
package struct MailboxState: Hashable, Sendable {
    package let bundles: Int
    package let bytes: Int
    /// The UTC day on which the last bundle or statement came; nil where none ever did.
    package let lastDay: Int?
    /// How many logs that contradict the landlord's were met.
    package let forks: Int
    /// The short code under which the landlord sends its statements; nil until the operator gave one.
    package let code: String?
    /// How many bundles the senders have numbered that neither lie here nor are covered.
    package let missing: Int
}
