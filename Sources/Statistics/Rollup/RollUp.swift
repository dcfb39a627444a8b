/// Merges blocks upwards until every block that is left may be seen; nobody is dropped.
///
/// A node whose persons may not be seen apart goes into « reste de » its parent. If that rest may not
/// be seen either, the smallest node beside it goes in too, and so on: complementary hiding. A node
/// with no place left below it is a block itself, and the root is one always, whatever it holds.
/// A place where nobody stands goes the same way as one where few do.
struct RollUp<Content: Mass> {
    private let isSafe: (Content) -> Bool

    private struct Branch {
        var own: Content?
        var below: [String: Branch] = [:]

        mutating func insert(_ content: Content, _ codes: ArraySlice<String>) {
            if let code = codes.first {
                below[code, default: Branch()].insert(content, codes.dropFirst())
            } else {
                own = content
            }
        }
    }

    private struct Pruned {
        var path: NodePath
        var total: Content
        var blocks: [NodePath: Content]
        var isShown: Bool
    }

    private init(isSafe: @escaping (Content) -> Bool) { self.isSafe = isSafe }

    static func run(
        _ placement: Placement<Content>,
        isSafe: @escaping (Content) -> Bool
    ) -> Placement<Content> {
        var tree = Branch()
        for (path, content) in placement.blocks { tree.insert(content, path.codes[...]) }
        let pruned = RollUp(isSafe: isSafe).prune(tree, at: .root)
        return Placement(pruned?.blocks ?? [:])
    }

    private func prune(_ branch: Branch, at path: NodePath) -> Pruned? {
        var rest = branch.own
        var shown: [Pruned] = []
        for (code, below) in branch.below {
            guard let child = prune(below, at: NodePath(unchecked: path.codes + [code])) else {
                continue
            }
            if child.isShown { shown.append(child) } else { Self.add(child.total, to: &rest) }
        }
        hideBeside(&rest, &shown)
        return joined(rest, shown, at: path)
    }

    /// Hides the smallest shown nodes until the rest may be seen.
    private func hideBeside(_ rest: inout Content?, _ shown: inout [Pruned]) {
        shown.sort { ($1.total.size, $1.path) < ($0.total.size, $0.path) }
        while let unseen = rest, !isSafe(unseen), let smallest = shown.popLast() {
            Self.add(smallest.total, to: &rest)
        }
    }

    private func joined(_ rest: Content?, _ shown: [Pruned], at path: NodePath) -> Pruned? {
        guard var total = rest ?? shown.first?.total else { return nil }
        for child in rest == nil ? shown.dropFirst() : shown[...] { total += child.total }
        guard !shown.isEmpty else {
            return Pruned(path: path, total: total, blocks: [path: total], isShown: isSafe(total))
        }
        var blocks: [NodePath: Content] = [:]
        for child in shown { blocks.merge(child.blocks) { first, _ in first } }
        blocks[path] = rest
        return Pruned(path: path, total: total, blocks: blocks, isShown: true)
    }

    private static func add(_ content: Content, to rest: inout Content?) {
        if var sum = rest {
            sum += content
            rest = sum
        } else {
            rest = content
        }
    }
}
