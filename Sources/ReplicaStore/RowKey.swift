/// The sixteen bytes of a row's identity as two numbers, compared without an allocation.
struct RowKey: Equatable {
    private let high: UInt64
    private let low: UInt64

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        high = bytes.loadUnaligned(as: UInt64.self)
        low = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }
}
