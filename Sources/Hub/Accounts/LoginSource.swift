import HubWire

/// What a failed login is counted for: the account that was named, and the address that it came from.
package enum LoginSource: Hashable, Sendable {
    case account(String)
    case address(String)

    /// The name under which it is counted.
    var key: [UInt8] {
        switch self {
        case .account(let name): ContentHash(of: Array("account\0\(name)".utf8)).bytes
        case .address(let address): ContentHash(of: Array("address\0\(address)".utf8)).bytes
        }
    }
}
