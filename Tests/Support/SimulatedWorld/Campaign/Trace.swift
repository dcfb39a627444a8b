/// What happened in a world, as one number: two runs of a seed give the same, in any process.
package struct Trace: Sendable {
    /// The number so far (FNV-1a, 64 bits).
    package private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    /// The lines, where they are kept for somebody to read.
    package private(set) var lines: [String] = []
    private let keepsLines: Bool

    init(keepsLines: Bool) { self.keepsLines = keepsLines }

    mutating func note(_ line: String) {
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        if keepsLines { lines.append(line) }
    }
}
