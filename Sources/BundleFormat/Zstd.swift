import CZstd

/// Compression by libzstd, one whole frame at a time.
enum Zstd {
    /// The level of the writer; a reader reads every level.
    private static let level: Int32 = 3

    /// The frame, which states the size of what it holds; nil where libzstd finds no memory.
    static func compress(_ raw: [UInt8]) -> [UInt8]? {
        let bound = ZSTD_compressBound(raw.count)
        guard ZSTD_isError(bound) == 0 else { return nil }
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            let size = ZSTD_compress(buffer.baseAddress, bound, raw, raw.count, level)
            count = ZSTD_isError(size) == 0 ? size : 0
        }
        return packed.isEmpty ? nil : packed
    }

    /// What the one frame in `packed` holds, which must say that it is of `count` bytes.
    static func decompress(
        _ packed: ArraySlice<UInt8>,
        count: Int
    ) throws(FormatFailure) -> [UInt8] {
        let states = packed.withUnsafeBytes { frame in
            ZSTD_getFrameContentSize(frame.baseAddress, frame.count) == UInt64(count)
                && ZSTD_findFrameCompressedSize(frame.baseAddress, frame.count) == frame.count
        }
        guard states else { throw .badCompression }
        let raw = packed.withUnsafeBytes { frame in
            [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
                let size = ZSTD_decompress(
                    buffer.baseAddress,
                    count,
                    frame.baseAddress,
                    frame.count
                )
                written = size == count ? count : 0
            }
        }
        guard raw.count == count else { throw .badCompression }
        return raw
    }
}
