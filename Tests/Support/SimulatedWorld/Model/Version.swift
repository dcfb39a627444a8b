import Records

/// What one transaction wrote into one cell, until others that saw it write there again.
final class Version {
    /// What was written.
    enum Content: Equatable {
        case value(Value)
        case isMember
        /// The sums of a share.
        case share(up: UInt64, down: UInt64)
    }

    let cell: Cell
    let content: Content
    let write: Int
    /// Whether the write named another field, and brought this one back with its row.
    let isBroughtBack: Bool
    /// The transactions that saw this version and replaced or removed it.
    private(set) var successors: [Int] = []

    init(_ cell: Cell, _ content: Content, by write: Int, isBroughtBack: Bool = false) {
        self.isBroughtBack = isBroughtBack
        self.cell = cell
        self.content = content
        self.write = write
    }

    func end(by write: Int) { successors.append(write) }

    /// Whether somebody who has seen those transactions holds the version.
    func isLive(_ seen: WriteSet) -> Bool {
        seen.contains(write) && !successors.contains(where: seen.contains)
    }
}
