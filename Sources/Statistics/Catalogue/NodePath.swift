/// Where a node stands in its hierarchy: the codes from below the root down to it.
///
/// « 59/200093201/59350 » is a commune in its EPCI in its département; the root is the empty path.
package struct NodePath: Sendable, Hashable {
    /// The longest path that any hierarchy has.
    static let deepest = 4

    package let codes: [String]

    /// The node that holds everybody.
    package static let root = NodePath(unchecked: [])

    /// Takes codes of the published form only; anything else is refused by name.
    package init(_ codes: [String]) throws(NameFailure) {
        guard codes.count <= Self.deepest else { throw .badCode(.nodeCode) }
        for code in codes { _ = try PublicName.code(code, of: .nodeCode) }
        self.codes = codes
    }

    init(unchecked codes: [String]) { self.codes = codes }

    /// Reads « 59/200093201 »; the empty text is the root.
    init(text: String) throws(NameFailure) {
        try self.init(
            text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                .filter { !text.isEmpty || !$0.isEmpty }
        )
    }

    package var text: String { codes.joined(separator: "/") }

    package var depth: Int { codes.count }

    /// The node above, nil for the root.
    package var parent: NodePath? {
        codes.isEmpty ? nil : NodePath(unchecked: Array(codes.dropLast()))
    }

    /// This node or the one above it that lies so deep.
    package func cut(at depth: Int) -> NodePath {
        depth < codes.count ? NodePath(unchecked: Array(codes.prefix(depth))) : self
    }

    /// This node and those above it, from itself to the root.
    package var upwards: [NodePath] { (0...depth).reversed().map(cut) }
}

extension NodePath: Comparable {
    /// By the bytes of the codes; a node comes before those below it.
    package static func < (left: NodePath, right: NodePath) -> Bool {
        for (mine, theirs) in zip(left.codes, right.codes) where mine != theirs {
            return mine.utf8.lexicographicallyPrecedes(theirs.utf8)
        }
        return left.depth < right.depth
    }
}
