import Tenancy

/// SplitMix64, whose sequence is fixed by its seed.
struct ImportRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private let windows1252Bytes = Dictionary(
    (0...255).map { (Windows1252.scalar(of: $0), UInt8($0)) },
    uniquingKeysWith: { $1 }
)

/// What the tests of the import share; a protocol, so that its short names stay in them.
protocol ImportSuite {}

extension ImportSuite {
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day).unsafelyUnwrapped
    }

    var today: CalendarDay { day(2026, 11, 23) }

    /// The bytes of a text in an encoding; a character that Windows-1252 lacks becomes a NUL, which
    /// no test lets pass.
    func bytes(_ text: String, _ encoding: TextEncoding = .utf8) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: TextEncoding.utf8Mark + Array(text.utf8)
        case .windows1252: text.unicodeScalars.map { windows1252Bytes[$0, default: 0] }
        }
    }

    func open(
        _ text: String,
        mapping: ColumnMapping = .standard,
        limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) -> ErpFile {
        try ErpFile(bytes: bytes(text), mapping: mapping, today: today, limits: limits)
    }

    /// The failure that opening this text meets, or nil.
    func failure(
        _ bytes: [UInt8],
        mapping: ColumnMapping = .standard,
        limits: ImportLimits = ImportLimits()
    ) -> ImportFailure? {
        do throws(ImportFailure) {
            _ = try ErpFile(bytes: bytes, mapping: mapping, today: today, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    /// The one row of a file with the three identity columns and one more.
    func row(_ header: String, _ value: String) throws -> (row: TenantRow?, warnings: [RowWarning])
    {
        var file = try open("Nom;Prénom;Né le;\(header)\nMARTIN;Zoé;01/02/1980;\(value)\n")
        guard case .tenant(let row, let warnings)? = file.next() else { return (nil, []) }
        return (row, warnings)
    }
}

extension ImportedRow {
    var tenant: TenantRow? {
        if case .tenant(let row, _) = self { row } else { nil }
    }

    var warnings: [RowWarning] {
        if case .tenant(_, let warnings) = self { warnings } else { [] }
    }

    var reasons: [RejectReason] {
        if case .rejected(_, let reasons) = self { reasons } else { [] }
    }

    var line: Int {
        switch self {
        case .tenant(let row, _): row.line
        case .rejected(let line, _): line
        }
    }
}
