/// A deletion of a row, with the versions that it saw.
final class Burial {
    let write: Int
    private let buried: [Version]
    private var successors: [Int] = []

    init(of versions: [Version], by write: Int) {
        buried = versions
        self.write = write
    }

    func end(by write: Int) { successors.append(write) }

    func hasSeen(_ version: Version) -> Bool { buried.contains { $0 === version } }

    /// Whether somebody who has seen those transactions holds the deletion.
    func isLive(_ seen: WriteSet) -> Bool {
        seen.contains(write) && !successors.contains(where: seen.contains)
    }
}
