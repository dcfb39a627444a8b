extension FineCounts {
    /// The counts of one place, by variable and category.
    struct PlaceCounts {
        let catalogue: Catalogue
        let starts: [Int]
        let counts: [Int]

        var persons: Int { counts[0] }

        /// How many gave an answer; 0 for one that the catalogue does not have.
        func count(_ variable: String, _ category: String) -> Int {
            guard let index = catalogue.variables.firstIndex(where: { $0.code == variable }),
                let place = catalogue.variables[index].categories.firstIndex(of: category)
            else { return 0 }
            return counts[starts[index] + place]
        }
    }

    /// The places of an axis in which somebody stands, by their codes.
    func places(of axis: Axis) -> [(NodePath, PlaceCounts)] {
        (counts[axis] ?? [:]).filter { $1[0] > 0 }.sorted { $0.key < $1.key }.map { place, counts in
            (place, PlaceCounts(catalogue: catalogue, starts: starts, counts: counts))
        }
    }
}
