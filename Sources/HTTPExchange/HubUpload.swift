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

    func run() throws {
        let name = Array(hash.description.utf8)
        var offset = try offset(in: try connection.ask(.POST, path.uploads, name, length))
        while offset < bytes.count {
            do {
                offset = try send(from: offset)
            } catch HubRoadFailure.refused(let refusal) where refusal.code == .offset {
                // The piece came, and the answer was lost.
                offset = try self.offset(in: try connection.ask(.HEAD, path.upload(hash)))
            } catch HubRoadFailure.refused(let refusal) where refusal.code == .notFound {
                // The last one came, and the answer was lost: the same bytes again change nothing.
                _ = try connection.ask(.PUT, path.bundle(hash), bytes)
                return
            }
        }
    }

    /// Sends the piece that begins at an offset; where the next one begins.
    private func send(from offset: Int) throws -> Int {
        let end = min(bytes.count, offset + HubLimits.piece)
        var fields = length
        fields[HubField.uploadOffset] = String(offset)
        _ = try connection.ask(.PATCH, path.upload(hash), Array(bytes[offset..<end]), fields)
        return end
    }

    private func offset(in reply: HubReply) throws -> Int {
        guard let offset = reply.fields[HubField.uploadOffset].flatMap({ Int($0) }), offset >= 0
        else {
            throw HubRoadFailure.badAnswer
        }
        return offset
    }
}
