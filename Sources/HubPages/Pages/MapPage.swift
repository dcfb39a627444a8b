import Region
import Statistics

/// Where the priority neighbourhoods are.
struct MapPage {
    struct Shape {
        let code: String
        let name: String
        let path: String
        let x: Int
        let y: Int
        let yFigure: Int
        /// 1 to 4, the more neighbourhoods the darker.
        let shade: Int
        let neighbourhoods: String
        let communes: String
    }

    private struct Tally {
        let neighbourhoods: Int
        let communes: Int
    }

    let shapes: [Shape]
    let neighbourhoods: String
    let communes: String

    init(_ language: PageLanguage) {
        neighbourhoods = language.integer(PriorityNeighbourhoods.all.count)
        communes = language.integer(Communes.all.count)
        let most = max(1, Self.tallies.values.map(\.neighbourhoods).max() ?? 1)
        shapes = DepartementOutlines.all.map { outline in
            let tally = Self.tallies[outline.departement]
            return Shape(
                code: outline.departement.code,
                name: outline.departement.name,
                path: outline.path,
                x: outline.x,
                y: outline.y,
                yFigure: outline.y + 36,
                shade: max(1, (tally?.neighbourhoods ?? 0) * 4 / most),
                neighbourhoods: language.integer(tally?.neighbourhoods),
                communes: language.integer(tally?.communes)
            )
        }
    }

    private static let tallies: [Departement: Tally] = {
        let areas = Dictionary(grouping: PriorityNeighbourhoods.all, by: \.departement)
        let places = Dictionary(grouping: Communes.all, by: \.departement)
        return Dictionary(
            Departement.allCases.map { departement in
                let tally = Tally(
                    neighbourhoods: areas[departement]?.count ?? 0,
                    communes: places[departement]?.count ?? 0
                )
                return (departement, tally)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}
