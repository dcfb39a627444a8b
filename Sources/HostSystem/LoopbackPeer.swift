import Glibc

/// Whose a connection over the loopback is, as the kernel lists its sockets.
///
/// A port of the loopback is open to every user of the machine; this tells them apart.
public enum LoopbackPeer {
    /// Whether the other end of a connection belongs to the user who runs this process, or to the
    /// administrator of the machine, who reads everything anyway.
    ///
    /// - Parameters:
    ///   - port: The port of the other end.
    ///   - server: The port here.
    /// - Returns: Whether the kernel lists the connection, as ours.
    public static func isOurs(port: Int, server: Int) -> Bool {
        guard let owner = owner(port: port, server: server) else { return false }
        return owner == getuid() || owner == 0
    }

    /// The user whose socket goes from `port` to `server`; nil where the kernel lists none.
    static func owner(port: Int, server: Int) -> UInt32? {
        for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
            if let owner = owner(port: port, server: server, in: text(table)) { return owner }
        }
        return nil
    }

    /// Looks in a table as `/proc/net/tcp` is written: addresses in hexadecimal, `ADDRESS:PORT`.
    package static func owner(port: Int, server: Int, in table: [UInt8]) -> UInt32? {
        for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let words = line.split(separator: UInt8(ascii: " "))
            guard words.count > 7, isLoopback(words[1], port), isLoopback(words[2], server) else {
                continue
            }
            return UInt32(String(decoding: words[7], as: UTF8.self))
        }
        return nil
    }

    /// Whether that is 127.0.0.1, also as IPv6 writes it, and the port.
    private static func isLoopback(_ text: ArraySlice<UInt8>, _ port: Int) -> Bool {
        let parts = text.split(separator: UInt8(ascii: ":"))
        guard parts.count == 2, parts[0].suffix(8).elementsEqual("0100007F".utf8) else {
            return false
        }
        return Int(String(decoding: parts[1], as: UTF8.self), radix: 16) == port
    }

    private static func text(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file, &piece, piece.count)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }
}
