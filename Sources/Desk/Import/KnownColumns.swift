import Seams
import Tenancy

/// What the headers of this landlord's extracts mean, as it was chosen last, beside the store.
///
/// It is a file of `passerelle import --mapping`, and stays on this device.
struct KnownColumns {
    private static let name = "erp-columns.json"
    private static let largest = 1_048_576

    let disk: any Disk

    /// What was chosen; the usual headers where nothing was, or nothing that can be read.
    func mapping() -> ColumnMapping {
        guard let size = try? disk.size(of: Self.name), size <= Self.largest,
            let bytes = try? disk.read(Self.name, from: 0, count: size),
            let mapping = try? ColumnMapping.reading(json: bytes)
        else { return .standard }
        return mapping
    }

    func keep(_ mapping: ColumnMapping) throws {
        try disk.write(try mapping.json(), as: Self.name)
    }
}
