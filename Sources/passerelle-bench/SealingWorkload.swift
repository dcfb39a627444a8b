import Sealing

/// What sealing costs: the bytes of a large body, or the keys of a small one for many devices.
struct SealingWorkload: Workload {
    /// What is looked at.
    enum Measure {
        case seal
        case open
        /// Opening a small bundle: find one's stanza, open it, check the signature.
        case keys
    }

    /// Sixty-four million bytes: 0.5 GB/s is 128 ms.
    static let largeBody = 64_000_000
    static let manyDevices = 100

    private let bench: Bench
    private let measure: Measure
    private let sender: SealingSender
    private let body: [UInt8]
    private let bundle: [UInt8]

    init(_ bench: Bench, _ measure: Measure) throws {
        self.bench = bench
        self.measure = measure
        sender = try SealingSender(devices: measure == .keys ? Self.manyDevices : 1)
        var generator = SplitMix64(state: 64)
        let count = measure == .keys ? 1_000 : Self.largeBody
        body = (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        bundle = try sender.seal(body)
    }

    func sample(round: Int) throws -> Sample {
        var opened: [UInt8]?
        let time = try bench.milliseconds {
            if measure == .seal {
                let sealed = try sender.seal(body)
                guard sealed.count == bundle.count else { throw BenchFailure.wrongWork("sealing") }
            } else {
                opened = try sender.open(bundle)
            }
        }
        guard measure == .seal || opened == body else {
            throw BenchFailure.wrongWork("another body was opened")
        }
        return Sample(plain: nil, engine: time)
    }
}
