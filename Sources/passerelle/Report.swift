/// What a command answers: an object for programs and lines for people.
protocol Report: Encodable {
    /// The answer as text, without a last line break.
    var text: String { get }

    /// Whether something is left for somebody to look at; the exit code is then 3.
    var needsAttention: Bool { get }
}

extension Report {
    var needsAttention: Bool { false }
}
