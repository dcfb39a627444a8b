/// How concurrent versions of a field become one.
public enum MergeRule: Hashable, Sendable {
    /// The later version is shown; the others are kept and listed until somebody decides.
    case latest
    /// The version of the highest rank is shown, whenever it was written; among equals the later.
    ///
    /// Ranks are given by value; a value that is not named has rank 0.
    case ranked([String: Int])
    /// The field is a set of texts: what anybody adds stays, unless its removal has seen it.
    ///
    /// The column holds a JSON array of texts, sorted by their bytes.
    case set
    /// The field is a number that everybody may raise or lower; all changes count once.
    case counter

    /// The version of the same write as the shown version of another field is shown: a time belongs
    /// to the mark that it was noted with.
    ///
    /// A write of the other field is a write of this one too. Its concurrent versions are never
    /// listed by themselves.
    case follows(String)

    /// The field that this one follows, nil where it stands by itself.
    public var leader: String? {
        if case .follows(let leader) = self { return leader }
        return nil
    }

    /// The rank of a value under this rule, 0 where the rule ranks nothing.
    public func rank(of value: Value) -> Int {
        guard case .ranked(let ranks) = self, case .text(let text) = value else { return 0 }
        return ranks[text] ?? 0
    }

    /// Whether the field holds many cells, each with a life of its own.
    public var isComposite: Bool { self == .set || self == .counter }
}
