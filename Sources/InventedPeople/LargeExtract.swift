/// An ERP file of any length, for measuring the import.
package enum LargeExtract {
    /// How much is gathered before it is handed on.
    private static let chunkSize = 1 << 20

    /// Invents so many tenants and hands the file on in pieces of about a mebibyte.
    ///
    /// The same arguments give the same bytes in every process.
    package static func write(
        rows: Int,
        seed: UInt64,
        options: ErpFileOptions = ErpFileOptions(),
        to sink: ([UInt8]) throws -> Void
    ) throws {
        guard rows >= 0 else { throw ErpFileFailure.negativeRowCount(rows) }
        let writer = ErpFileWriter(options: options)
        var generator = PersonGenerator(seed: seed)
        var chunk: [UInt8] = []
        try writer.appendHeadings(to: &chunk)
        for _ in 0..<rows {
            try writer.append(ErpRow(generator.next()), to: &chunk)
            if chunk.count >= chunkSize {
                try sink(chunk)
                chunk.removeAll(keepingCapacity: true)
            }
        }
        try sink(chunk)
    }
}
