/// One thing that is measured, round after round.
protocol Workload {
    /// Measures once; rounds alternate which side goes first.
    mutating func sample(round: Int) throws -> Sample
}

/// One measurement: of both sides, or of the engine alone.
struct Sample {
    /// What plain SQLite took, in milliseconds or bytes; nil where nothing is compared.
    let plain: Double?
    /// What the engine took.
    let engine: Double

    /// Engine over plain, or the engine's own figure.
    var value: Double { plain.map { engine / $0 } ?? engine }
}
