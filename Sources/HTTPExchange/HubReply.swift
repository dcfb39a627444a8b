/// An answer whose signature was checked.
struct HubReply {
    let status: Int
    let bytes: [UInt8]
    let fields: [String: String]
}
