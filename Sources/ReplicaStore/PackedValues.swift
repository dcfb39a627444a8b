import BundleFormat
import Records

/// The plain values of a deleted row in one blob: tag, value, tag, value.
enum PackedValues {
    /// Packs the values of a row; `value` gives them by the position of the field.
    static func encode(_ layout: CollectionLayout, _ value: (Int) -> Value) -> [UInt8] {
        var writer = ByteWriter()
        for (position, field) in layout.fields.enumerated() where !field.rule.isComposite {
            writer.byte(field.tag)
            writer.value(value(position))
        }
        return writer.bytes
    }

    /// The values by the position of the field, nothing where the blob has none.
    static func decode(_ bytes: [UInt8], _ layout: CollectionLayout) throws -> [Value] {
        var values = [Value](repeating: .null, count: layout.fields.count)
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            let tag = try reader.byte()
            let value = try reader.value()
            if let position = layout.position(of: tag) { values[position] = value }
        }
        return values
    }
}
