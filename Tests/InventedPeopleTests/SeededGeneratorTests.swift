import InventedPeople
import Testing

@Suite struct SeededGeneratorTests {
    @Test func `the numbers are those of SplitMix64`() {
        var random = SeededGenerator(seed: 0)
        #expect(random.next() == 0xE220_A839_7B1D_CDAF)
        #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(random.next() == 0x06C4_5D18_8009_454F)
    }

    @Test func `bytes are the words, little end first, cut where asked`() {
        var random = SeededGenerator(seed: 0)
        let first: [UInt8] = [0xAF, 0xCD, 0x1D, 0x7B, 0x39, 0xA8, 0x20, 0xE2]
        #expect(random.bytes(11) == first + [0xF4, 0x65, 0xB9])
        #expect(random.next() == 0x06C4_5D18_8009_454F)
        #expect(random.bytes(0).isEmpty)
    }

    @Test func `a draw stays below its bound and reaches every value`() {
        var random = SeededGenerator(seed: 7)
        let draws = (0..<1_000).map { _ in random.below(10) }
        #expect(Set(draws) == Set(0..<10))
        #expect(random.below(0) == 0)
        #expect(random.below(-3) == 0)
    }

    @Test func `shuffling keeps every element`() {
        var random = SeededGenerator(seed: 7)
        let shuffled = random.shuffled(Array(0..<100))
        #expect(shuffled != Array(0..<100))
        #expect(shuffled.sorted() == Array(0..<100))
    }
}
