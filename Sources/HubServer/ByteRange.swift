import HubWire

/// The one range of a request: `bytes=first-` or `bytes=first-last`.
struct ByteRange: Hashable {
    let start: Int
    let count: Int
    let isPartial: Bool

    init(_ field: String?) throws(HubRefusal) {
        guard let field else {
            (start, count, isPartial) = (0, HubLimits.body, false)
            return
        }
        let parts = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard field.hasPrefix("bytes="), parts.count == 2, let first = Int(parts[0]),
            (0..<HubLimits.body).contains(first)
        else { throw HubRefusal(.range) }
        let last = parts[1].isEmpty ? HubLimits.body : Int(parts[1]) ?? -1
        guard last >= first else { throw HubRefusal(.range) }
        (start, count, isPartial) = (first, min(last, HubLimits.body) - first + 1, true)
    }
}
