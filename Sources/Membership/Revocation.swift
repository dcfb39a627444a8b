import BundleFormat
import Causality
import Sealing

/// The end of a device's membership, and what is still accepted from it.
package struct Revocation: Hashable, Sendable {
    /// Why, without naming anybody.
    package enum Reason: UInt8, Sendable {
        case lost = 1
        case stolen = 2
        case left = 3
        case silent = 4
        case replaced = 5
        case other = 6
    }

    /// The last bundle and write that are accepted of one replica of the device.
    package struct Edge: Hashable, Sendable {
        package let sequence: UInt64
        package let counter: UInt64

        package init(sequence: UInt64, counter: UInt64) {
            self.sequence = sequence
            self.counter = counter
        }
    }

    package let device: DeviceID
    package let reason: Reason
    /// By replica of the device; nothing is accepted of a replica that is not there.
    package let frontier: [ReplicaID: Edge]

    package init(device: DeviceID, reason: Reason, frontier: [ReplicaID: Edge]) {
        self.device = device
        self.reason = reason
        self.frontier = frontier
    }

    /// Whether a bundle of that number, which tells writes up to that counter, is within the frontier.
    package func admits(_ replica: ReplicaID, sequence: UInt64, counter: UInt64) -> Bool {
        frontier[replica].map { sequence <= $0.sequence && counter <= $0.counter } ?? false
    }

    func write(to writer: inout ByteWriter) {
        writer.raw(device.bytes)
        writer.byte(reason.rawValue)
        writer.count(frontier.count)
        for (replica, edge) in frontier.sorted(by: { $0.key < $1.key }) {
            writer.replica(replica)
            writer.varint(edge.sequence)
            writer.varint(edge.counter)
        }
    }

    init(from reader: inout ByteReader) throws(FormatFailure) {
        device = try reader.device()
        guard let reason = Reason(rawValue: try reader.byte()) else {
            throw .notCanonical("a reason")
        }
        self.reason = reason
        var frontier: [ReplicaID: Edge] = [:]
        var last: ReplicaID?
        for _ in 0..<(try reader.count("replicas", limit: MembershipLimits.frontier)) {
            let replica = try reader.replica()
            guard last.map({ $0 < replica }) ?? true else { throw .notCanonical("a frontier") }
            frontier[replica] = Edge(
                sequence: try reader.sequence("a frontier", from: 0),
                counter: try reader.sequence("a frontier", from: 0)
            )
            last = replica
        }
        self.frontier = frontier
    }
}
