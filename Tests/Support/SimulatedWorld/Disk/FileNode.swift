/// A file of a simulated disk: what its machine reads, and what of it a power cut would leave.
///
/// Bytes written lie in the page cache until they are synced; a power cut takes any of them away.
final class FileNode {
    /// One write or truncation that was not synced: enough to undo it and to do it again.
    private struct Change {
        let offset: Int
        let new: [UInt8]
        let old: [UInt8]
        let oldCount: Int
        let newCount: Int
    }

    /// Which of the files that the disk ever made it is, as a file system numbers them.
    let number: Int
    private(set) var bytes: [UInt8]
    private var unsynced: [Change] = []

    init(_ number: Int, _ bytes: [UInt8] = []) {
        self.number = number
        self.bytes = bytes
    }

    func write(_ source: UnsafeRawBufferPointer, at offset: Int) {
        let end = offset + source.count
        let overwritten = offset < bytes.count ? Array(bytes[offset..<min(end, bytes.count)]) : []
        change(
            Change(
                offset: offset,
                new: Array(source),
                old: overwritten,
                oldCount: bytes.count,
                newCount: max(end, bytes.count)
            )
        )
    }

    func truncate(to count: Int) {
        let tail = count < bytes.count ? Array(bytes[count...]) : []
        change(Change(offset: count, new: [], old: tail, oldCount: bytes.count, newCount: count))
    }

    func sync() { unsynced.removeAll(keepingCapacity: true) }

    /// What the power cut leaves: the synced bytes, and of the rest what `survival` keeps.
    func cutPower(_ survival: Survival, _ dice: Dice) {
        let changes = unsynced
        unsynced = []
        for change in changes.reversed() { undo(change) }
        for change in changes {
            guard let kept = survival.kept(of: change.new, dice) else { continue }
            redo(change, kept)
        }
    }

    private func change(_ change: Change) {
        unsynced.append(change)
        redo(change, 0..<change.new.count)
    }

    private func redo(_ change: Change, _ kept: Range<Int>) {
        if change.new.isEmpty {
            resize(change.newCount)
        } else {
            resize(max(bytes.count, change.offset + kept.upperBound))
            place(change.new[kept], at: change.offset + kept.lowerBound)
        }
    }

    private func undo(_ change: Change) {
        resize(change.oldCount)
        place(change.old[...], at: change.offset)
    }

    private func place(_ source: ArraySlice<UInt8>, at offset: Int) {
        guard !source.isEmpty else { return }
        bytes.replaceSubrange(offset..<(offset + source.count), with: source)
    }

    private func resize(_ count: Int) {
        if count < bytes.count {
            bytes.removeLast(bytes.count - count)
        } else if count > bytes.count {
            bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
        }
    }
}
