import HubWire
import NIOHTTP1

/// A large bundle on its way to the hub in pieces, from where an earlier attempt was cut.
struct HubUpload {
    private let connection: HubConnection
    private let path: HubPath
    private let bytes: [UInt8]
    private let hash: ContentHash

    init(_ connection: HubConnection, _ path: HubPath, _ bytes: [UInt8], _ hash: ContentHash) {
        (self.connection, self.path) = (connection, path)
        (self.bytes, self.hash) = (bytes, hash)
    }

    private var length: [String: String] { [HubField.uploadLength: String(bytes.count)] }

    /// Sends what is missing; the hub's answer once the bundle lasts.
    func run() throws -> HubReply {
        let name = Array(hash.description.utf8)
        var offset = try offset(in: try connection.ask(.POST, path.uploads, name, length))
        do {
            while offset < bytes.count {
                let end = min(bytes.count, offset + HubLimits.piece)
                do {
                    let reply = try send(offset..<end)
                    if end == bytes.count { return reply }
                    offset = end
                } catch HubRoadFailure.refused(let refusal) where refusal.code == .offset {
                    // The piece came, and the answer was lost.
                    offset = try self.offset(in: try connection.ask(.HEAD, path.upload(hash)))
                }
            }
        } catch HubRoadFailure.refused(let refusal) where refusal.code == .notFound {
            // The last one came, and the answer was lost: the same bytes again change nothing.
        }
        return try connection.ask(.PUT, path.bundle(hash), bytes)
    }

    private func send(_ range: Range<Int>) throws -> HubReply {
        var fields = length
        fields[HubField.uploadOffset] = String(range.lowerBound)
        return try connection.ask(.PATCH, path.upload(hash), Array(bytes[range]), fields)
    }

    private func offset(in reply: HubReply) throws -> Int {
        guard let offset = reply.fields[HubField.uploadOffset].flatMap({ Int($0) }),
            (0...bytes.count).contains(offset)
        else { throw HubRoadFailure.badAnswer }
        return offset
    }
}
