import BundleFormat

/// The header section of a delta put together by hand, sound or not.
///
/// By default it is sound: two replicas, of which nine writes each are told to a newcomer.
struct HeaderSketch {
    var flags: UInt8 = 0
    var replicas: [UInt64] = [1, 2]
    var targets: [UInt64] = [9, 9]
    var missing: [UInt64] = [9, 9]
    var digestLength = 16
    /// The place of a replica and the counters behind those of the target.
    var acknowledged: [[UInt64]] = []
    var freed: [UInt64] = []

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.byte(flags)
        writer.count(replicas.count)
        for replica in replicas {
            writer.fixed64(0)
            writer.fixed64(replica)
        }
        for number in targets + missing { writer.varint(number) }
        writer.raw([UInt8](repeating: 0xD1, count: digestLength))
        writer.raw([UInt8](repeating: 0xE2, count: 16))
        writer.count(acknowledged.count)
        for line in acknowledged {
            writer.varint(line[0])
            for number in line.dropFirst() { writer.zigzag(number) }
        }
        for number in freed { writer.varint(number) }
        return writer.bytes
    }
}
