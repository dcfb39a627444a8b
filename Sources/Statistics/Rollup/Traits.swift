/// What the tables count of one person: a place on each axis and one category of each variable.
///
/// Nothing in it names the person, and it never leaves the landlord's machine.
package struct Traits: Sendable {
    /// In the order of `Axis.allCases`.
    let places: [NodePath]
    /// The index of a category, in the order of the catalogue's variables.
    let answers: [Int]

    package init(
        _ catalogue: Catalogue = .current,
        places: [Axis: NodePath],
        answers: [String: String]
    ) throws(CatalogueFailure) {
        var ordered: [NodePath] = []
        for axis in Axis.allCases {
            guard let place = places[axis] else { throw .unplaced(axis) }
            guard axis.listedLeaves?.contains(place) ?? true, place.depth <= axis.levels.count
            else { throw .unknownNode(axis) }
            ordered.append(place)
        }
        self.places = ordered
        self.answers = try Self.indices(of: answers, catalogue)
    }

    private static func indices(
        of answers: [String: String],
        _ catalogue: Catalogue
    ) throws(CatalogueFailure) -> [Int] {
        var indices: [Int] = []
        for variable in catalogue.variables {
            guard let answer = answers[variable.code] else {
                throw .unanswered(variable: variable.code)
            }
            guard let index = variable.categories.firstIndex(of: answer) else {
                throw .unknownCategory(variable: variable.code)
            }
            indices.append(index)
        }
        guard answers.count == indices.count else { throw .unknownVariable }
        return indices
    }
}
