import InventedPeople
import Seams
import Synchronization

/// Random bytes that follow from the seed, so that a demonstration can be told again.
final class DemoEntropy: Entropy {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func bytes(_ count: Int) -> [UInt8] { generator.withLock { $0.bytes(count) } }
}
