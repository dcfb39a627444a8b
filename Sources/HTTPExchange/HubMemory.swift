import Foundation
import HubWire

/// What a device remembers of a hub between two synchronisations: its key, and the listing so far.
package struct HubMemory: Codable, Hashable, Sendable {
    package static let fileName = "hub"
    /// The most bytes that are read of the file.
    package static let largestFile = 128 << 20

    package struct Item: Codable, Hashable, Sendable {
        package let hash: String
        package let header: Data
    }

    /// The hub's public key, in hexadecimal: pinned at first use and never changed silently.
    package let key: String
    package internal(set) var epoch: String?
    package internal(set) var position: UInt64 = 0
    /// The greatest position that the hub acknowledged to this device: it never shows less.
    package internal(set) var acknowledged: UInt64 = 0
    /// The bundles that the hub acknowledged and has not listed yet, with their positions.
    package internal(set) var offered: [String: UInt64] = [:]
    /// The SHA-256 of the hub's membership log when it was last read or written here.
    package internal(set) var members: String?
    package internal(set) var items: [Item] = []
    /// The nonce of the last answer: the next request needs no other.
    package internal(set) var nonce: String?

    package init(key: String) { self.key = key }

    /// Lists from the beginning next time, though the hub is the one it was.
    mutating func listAnew() { (position, items) = (0, []) }

    /// Forgets what was listed: a hub that was restored lists anew.
    mutating func forgetListing() {
        (epoch, position, acknowledged, members) = (nil, 0, 0, nil)
        (items, offered) = ([], [:])
    }
}
