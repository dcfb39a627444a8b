/// Where a cell stands in the file: its bytes between the quotes, if it has any.
package struct CsvCell: Equatable, Sendable {
    package var start: Int
    package var end: Int
    package var hasDoubledQuotes = false

    package init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Whether nothing but spaces and control characters stands here.
    package func isBlank(in bytes: [UInt8]) -> Bool {
        for index in start..<end where bytes[index] > Ascii.space { return false }
        return true
    }

    /// The bytes of the cell, doubled quotes made single.
    package func content(in bytes: [UInt8]) -> [UInt8] {
        guard hasDoubledQuotes else { return Array(bytes[start..<end]) }
        var content: [UInt8] = []
        var index = start
        while index < end {
            content.append(bytes[index])
            index += bytes[index] == Ascii.quote ? 2 : 1
        }
        return content
    }
}
