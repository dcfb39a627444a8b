extension Counts {
    /// Every indicator under its code, zeros included: an absent count is not a zero.
    var json: JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: inOrder.map { ($0.indicator.code, .integer($0.count)) }
            )
        )
    }
}
