/// Reads a list that is compiled into the program: `;` between fields, one heading line.
enum EmbeddedTable {
    /// The rows that have exactly so many fields, without the heading.
    ///
    /// A row of another width is left out: the tests count every list, so that none can be.
    static func rows(of text: String, width: Int) -> [[String]] {
        text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
            let fields = line.split(
                separator: UInt8(ascii: ";"),
                omittingEmptySubsequences: false
            )
            return fields.count == width ? fields.map { String(Substring($0)) } : nil
        }
    }
}
