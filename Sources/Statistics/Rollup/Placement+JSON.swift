extension Placement where Content == Tally {
    /// Every block under its place, with its counts in the order of the table's groups.
    var json: JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: blocks.map { path, tally in
                    (path.text, .array(tally.counts.map(JSONValue.integer)))
                }
            )
        )
    }

    /// Reads blocks; whether their counts make sense is looked at afterwards.
    init(_ json: JSONValue) throws {
        guard case .object(let members) = json else { throw JSONShapeFailure() }
        var blocks: [NodePath: Tally] = [:]
        for (text, value) in members {
            guard case .array(let items) = value else { throw JSONShapeFailure() }
            blocks[try NodePath(text: text)] = Tally(
                try items.map { item in
                    guard case .integer(let count) = item else { throw JSONShapeFailure() }
                    return count
                }
            )
        }
        self.init(blocks)
    }
}
