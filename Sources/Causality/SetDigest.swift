/// The digest of a set of live writes, kept up by adding and taking away one write at a time.
///
/// It is the sum, modulo 2^128, of a hash of each write's name, cells and elements. A dot names one
/// write of one row, so no value is hashed; two replicas that have seen the same hold the same set,
/// and so the same digest. It shows an accident, not an attack. (After the incremental hashing by
/// addition of Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing", 1997.)
package struct SetDigest: Hashable, Sendable {
    private var sum: UInt128

    /// The digest of nothing.
    package init() { sum = 0 }

    /// The digest written as sixteen bytes, big-endian, or nil for any other length.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        sum = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// The sixteen bytes of the digest, big-endian.
    package var bytes: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: sum >> UInt128(120 - 8 * $0)) }
    }

    /// Adds the live writes of a row.
    package mutating func add(_ clock: RowClock) { sum &+= Self.hash(clock) }

    /// Takes the live writes of a row away.
    package mutating func remove(_ clock: RowClock) { sum &-= Self.hash(clock) }

    /// Notes that a row has another clock now.
    package mutating func replace(_ old: RowClock, with new: RowClock) {
        remove(old)
        add(new)
    }

    /// Adds a plain write: one without elements.
    package mutating func add(_ replica: ReplicaID, _ counter: UInt64, _ fields: FieldMask) {
        sum &+= Self.hash(replica, counter, fields.rawValue)
    }

    /// Takes a plain write away.
    package mutating func remove(_ replica: ReplicaID, _ counter: UInt64, _ fields: FieldMask) {
        sum &-= Self.hash(replica, counter, fields.rawValue)
    }

    /// Adds what another digest counts and this one does not.
    package mutating func add(_ other: SetDigest) { sum &+= other.sum }

    /// A row that carries a mark of deletion counts for nothing: replicas free it at different times.
    private static func hash(_ clock: RowClock) -> UInt128 {
        guard !clock.isMarkedDeleted else { return 0 }
        return clock.entries.reduce(0) { $0 &+ hash($1) }
    }

    private static func hash(_ entry: ClockEntry) -> UInt128 {
        let (replica, counter) = (entry.dot.replica, entry.dot.counter)
        return entry.elements.reduce(hash(replica, counter, entry.fields.rawValue)) {
            sum,
            element in
            var state = hash(replica, counter, UInt64(element.tag) << 56 | 1)
            state = mix(state, element.increments, element.decrements)
            for byte in element.key { state = mix(state, UInt64(byte), 0) }
            return sum &+ mix(state, UInt64(element.key.count), 1)
        }
    }

    private static func hash(
        _ replica: ReplicaID,
        _ counter: UInt64,
        _ fields: UInt64
    ) -> UInt128 {
        mix(
            mix(0x6A09_E667_F3BC_C908_BB67_AE85_84CA_A73B, replica.high, replica.low),
            counter,
            fields
        )
    }

    /// Two lanes of multiplications and shifts, each word into both.
    private static func mix(_ state: UInt128, _ first: UInt64, _ second: UInt64) -> UInt128 {
        var left = UInt64(truncatingIfNeeded: state >> 64) ^ first &* 0x9E37_79B9_7F4A_7C15
        var right = UInt64(truncatingIfNeeded: state) ^ second &* 0xC2B2_AE3D_27D4_EB4F
        left = scrambled(left &+ right.byteSwapped)
        right = scrambled(right ^ (left << 23 | left >> 41) &+ first)
        return UInt128(left) << 64 | UInt128(right)
    }

    /// A permutation of the 64-bit numbers (the finalizer of SplitMix64; Steele, Lea, Flood, 2014).
    private static func scrambled(_ number: UInt64) -> UInt64 {
        var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
