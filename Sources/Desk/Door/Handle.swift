import Crypto
import CryptoExtras
import Foundation
import Records

/// The name of a row in links and forms: its identity, enciphered under a key of the session.
///
/// A history, a log or a screen that shows it tells nothing, and it leads nowhere in another session.
enum Handle {
    enum Kind: String {
        case tenant
        case event
        case stop
        case line
        case merge
        case partner
        case referral
        case consent
        case note
        case worksite
        case opportunity
        case request
        case order
    }

    static func text(_ id: RecordID, _ kind: Kind, _ token: SessionToken) -> String {
        var block = Data(id.bytes)
        guard (try? AES.permute(&block, key: token.key(for: kind))) != nil else { return "" }
        return block.base64URL
    }

    /// The row that a text names; nil of a text that names none.
    static func id(_ text: String, _ kind: Kind, _ token: SessionToken) -> RecordID? {
        guard text.utf8.count == 22, var block = Data(base64URL: text), block.count == 16,
            (try? AES.inversePermute(&block, key: token.key(for: kind))) != nil
        else { return nil }
        return RecordID(bytes: block)
    }
}
