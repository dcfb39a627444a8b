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

    /// The rank of a value among concurrent versions: something said outranks nothing said.
    ///
    /// Two laptops that make the same row apart write all of its fields; what only one of them said
    /// is shown. Somebody who emptied a field meanwhile finds it listed, as settled by rank.
    public func rank(of value: Value) -> Int {
        switch (self, value) {
        case (_, .null): -1
        case (.ranked(let ranks), .text(let text)): ranks[text] ?? 0
        default: 0
        }
    }

    /// Whether the field holds many cells, each with a life of its own.
    public var isComposite: Bool { self == .set || self == .counter }
}
