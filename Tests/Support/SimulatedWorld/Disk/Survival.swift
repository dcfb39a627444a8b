/// What of the bytes that were never synced is on the disk after a power cut.
package enum Survival: CaseIterable, Sendable {
    /// All: the process died, the machine did not.
    case everything
    /// None.
    case nothing
    /// Any of the writes, in any order.
    case some
    /// Any of the writes, and of those some sectors only.
    case torn

    /// The part of a write that reached the disk, nil where none did.
    func kept(of write: [UInt8], _ dice: Dice) -> Range<Int>? {
        switch self {
        case .everything: return 0..<write.count
        case .nothing: return nil
        case .some: return dice.flip() ? 0..<write.count : nil
        case .torn:
            guard dice.below(3) > 0 else { return nil }
            let sector = dice.flip() ? 512 : 4_096
            guard write.count > sector, dice.flip() else { return 0..<write.count }
            let cut = sector * (1 + dice.below((write.count - 1) / sector))
            return dice.flip() ? 0..<cut : cut..<write.count
        }
    }
}
