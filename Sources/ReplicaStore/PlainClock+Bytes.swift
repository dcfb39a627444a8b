import Causality

extension PlainClock {
    /// Reads a clock as ``ClockCoding`` writes it; nil where it is not plain or names a replica that
    /// the delta does not; `places` is the place there of each replica of the store, -1 for none.
    init?(_ bytes: UnsafeRawBufferPointer, places: [Int]) {
        self.init()
        var reader = ClockBytes(bytes)
        while !reader.isAtEnd {
            guard let head = reader.varint(), head & 3 == 0,
                head >> 2 < UInt64(places.count), places[Int(head >> 2)] >= 0,
                let counter = reader.varint(), let time = reader.fixed64(),
                let fields = reader.varint()
            else { return nil }
            let place = places[Int(head >> 2)]
            let write = Write(place: place, counter: counter, time: time, fields: fields)
            guard append(write) else { return nil }
        }
    }

    /// The most bytes that a clock takes: three numbers of ten bytes and a time for each write.
    static let maximumBytes = capacity * 38

    /// Writes the clock as ``ClockCoding`` does; how many bytes it took.
    ///
    /// The buffer has room for ``maximumBytes``; `sites` are the replicas of the delta in the store.
    func write(to buffer: UnsafeMutableRawPointer, sites: [Int]) -> Int {
        var end = 0
        for index in 0..<count {
            let write = self[index]
            Self.put(UInt64(sites[write.place]) << 2, buffer, &end)
            Self.put(write.counter, buffer, &end)
            buffer.storeBytes(of: write.time.bigEndian, toByteOffset: end, as: UInt64.self)
            end += 8
            Self.put(write.fields, buffer, &end)
        }
        return end
    }

    private static func put(_ number: UInt64, _ buffer: UnsafeMutableRawPointer, _ end: inout Int) {
        var rest = number
        while rest >= 0x80 {
            buffer.storeBytes(
                of: UInt8(truncatingIfNeeded: rest) | 0x80,
                toByteOffset: end,
                as: UInt8.self
            )
            end += 1
            rest >>= 7
        }
        buffer.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: end, as: UInt8.self)
        end += 1
    }
}
