import BundleFormat
import Sealing

/// The receive keys that a device gives, by month, in the order of the months.
package struct ReceiveKeyList: Hashable, Sendable {
    package let keys: [Month: ReceivePublicKey]

    package init(_ keys: [Month: ReceivePublicKey]) throws(MembershipFailure) {
        guard (1...MembershipLimits.receiveKeys).contains(keys.count) else {
            throw .bytes(
                .limit(
                    what: "receive keys",
                    value: UInt64(keys.count),
                    limit: UInt64(MembershipLimits.receiveKeys)
                )
            )
        }
        self.keys = keys
    }

    func write(to writer: inout ByteWriter) {
        writer.count(keys.count)
        for (month, key) in keys.sorted(by: { $0.key < $1.key }) {
            writer.varint(UInt64(month.number))
            writer.raw(key.bytes)
        }
    }

    init(from reader: inout ByteReader) throws(MembershipFailure) {
        var keys: [Month: ReceivePublicKey] = [:]
        var last = -1
        let count = try MembershipFailure.naming { () throws(FormatFailure) in
            try reader.count("receive keys", limit: MembershipLimits.receiveKeys)
        }
        for _ in 0..<count {
            let (month, bytes) = try MembershipFailure.naming { () throws(FormatFailure) in
                (try reader.month(after: last), try reader.raw(ReceivePublicKey.length))
            }
            keys[month] = try MembershipFailure.sealing { () throws(SealFailure) in
                try ReceivePublicKey(bytes: bytes)
            }
            last = month.number
        }
        try self.init(keys)
    }
}

extension [Month: ReceivePublicKey] {
    /// What to seal to in a month: its key, else that of the last month before, else the first.
    func serving(_ month: Month) -> ReceivePublicKey? {
        let best = keys.filter { $0 <= month }.max() ?? keys.min()
        return best.flatMap { self[$0] }
    }
}
