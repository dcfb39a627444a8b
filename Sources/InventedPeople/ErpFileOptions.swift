/// How an ERP writes its files: every landlord's does it in its own way.
package struct ErpFileOptions: Hashable, Sendable {
    /// What stands between two fields.
    package enum Delimiter: UInt8, CaseIterable, Hashable, Sendable {
        case semicolon = 0x3B
        case comma = 0x2C
        case tab = 0x09
    }

    /// How letters become bytes.
    package enum Encoding: CaseIterable, Hashable, Sendable {
        case utf8
        /// With the three bytes that some spreadsheets put first.
        case utf8BOM
        case windows1252
    }

    /// What ends a line, the last one too.
    package enum LineEnding: CaseIterable, Hashable, Sendable {
        case lineFeed
        case carriageReturnLineFeed
    }

    package var delimiter: Delimiter
    package var encoding: Encoding
    package var lineEnding: LineEnding
    package var headings: [ErpHeading]

    /// By default what a French spreadsheet saves: `;`, Windows-1252, CR LF.
    package init(
        delimiter: Delimiter = .semicolon,
        encoding: Encoding = .windows1252,
        lineEnding: LineEnding = .carriageReturnLineFeed,
        headings: [ErpHeading] = ErpHeading.usual
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.lineEnding = lineEnding
        self.headings = headings
    }
}
