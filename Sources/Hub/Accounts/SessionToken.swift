import Foundation
import HubWire
import Sealing
import Seams

/// The secret that a browser holds while somebody is logged in; the hub keeps only its hash.
package struct SessionToken: Hashable, Sendable {
    package static let length = 32

    private let bytes: [UInt8]

    package init(_ entropy: any Entropy) { bytes = entropy.bytes(Self.length) }

    /// Takes the text of a cookie, in its one form.
    package init?(text: some StringProtocol) {
        guard let hash = ContentHash(hex: text) else { return nil }
        bytes = hash.bytes
    }

    /// What the cookie holds.
    package var text: String { bytes.hexadecimal }

    /// What the hub keeps.
    var hash: [UInt8] { ContentHash(of: Array("passerelle/1/session\0".utf8) + bytes).bytes }

    /// What every form of this session bears, so that no other site can post in its place.
    package var formToken: String {
        ContentHash(of: Array("passerelle/1/form\0".utf8) + bytes).description
    }

    /// Whether a form bears it; the comparison takes the same time for every other text.
    package func accepts(form text: String) -> Bool {
        ConstantTime.equal(Array(text.utf8), Array(formToken.utf8))
    }
}
