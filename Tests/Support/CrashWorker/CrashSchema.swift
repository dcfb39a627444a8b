import Records

/// One collection of rows whose name, owner and text the harness knows beforehand.
enum CrashSchema {
    static let collection = "item"
    static let names = ["number", "side", "label"]

    static func make() throws -> Schema {
        try Schema(
            .landlord,
            [
                RecordCollection(
                    collection,
                    fields: [
                        Field(1, "number", .integer, .technical),
                        Field(2, "side", .text, .technical),
                        Field(3, "label", .text, .technical),
                    ]
                )
            ]
        )
    }

    /// The identity of a row, the same whoever asks: its number.
    static func id(_ number: Int) throws -> RecordID {
        let digits = withUnsafeBytes(of: UInt64(number).bigEndian, Array.init)
        guard let id = RecordID(bytes: [UInt8](repeating: 0, count: 8) + digits) else {
            throw WorkerFailure.noPartition
        }
        return id
    }
}
