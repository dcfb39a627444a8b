import Region
import Statistics

/// Where the persons are counted, as far as a release shows it, and where the priority neighbourhoods are.
struct MapPage {
    struct Shape {
        let code: String
        let name: String
        let path: String
        let x: Int
        let y: Int
        let yFigure: Int
        /// 1 to 4, the more persons the darker; the more neighbourhoods where no release tells of persons.
        let shade: Int
        let figure: String
        let persons: String
        let neighbourhoods: String
        let communes: String
    }

    private struct Places {
        let neighbourhoods: Int
        let communes: Int
    }

    let shapes: [Shape]
    let neighbourhoods: String
    let communes: String

    let note: String
    let persons: String

    init(_ file: ReleaseFile?, _ language: PageLanguage) {
        neighbourhoods = language.integer(PriorityNeighbourhoods.all.count)
        communes = language.integer(Communes.all.count)
        let table = file?.page.deepest(.persons(.territory))
        let nodes = table?.placement.nodes ?? [:]
        note =
            table.map { table in
                language.word("mapOfRelease")
                    .replacing("{release}", with: String(table.release))
                    .replacing("{day}", with: language.day(table.cutoff))
            } ?? language.word("mapNote")
        persons = language.shown(nodes[.root]?.size)
        let known = Self.persons(nodes)
        let most = max(1, (table == nil ? Self.areas : known).values.max() ?? 1)
        shapes = DepartementOutlines.all.map { outline in
            let departement = outline.departement
            let tally = Self.tallies[departement]
            let size = (table == nil ? Self.areas : known)[departement] ?? 0
            let figure = table == nil ? language.integer(tally?.neighbourhoods) : nil
            return Shape(
                code: departement.code,
                name: departement.name,
                path: outline.path,
                x: outline.x,
                y: outline.y,
                yFigure: outline.y + 36,
                shade: max(1, (size * 4 + most - 1) / most),
                figure: figure ?? language.shown(known[departement]),
                persons: language.shown(known[departement]),
                neighbourhoods: language.integer(tally?.neighbourhoods),
                communes: language.integer(tally?.communes)
            )
        }
    }

    private static func persons(_ nodes: [NodePath: Tally]) -> [Departement: Int] {
        let pairs = nodes.compactMap { path, tally -> (Departement, Int)? in
            guard path.depth == 1, let code = path.codes.first else { return nil }
            return Departement(rawValue: code).map { ($0, tally.size) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private static let areas = tallies.mapValues(\.neighbourhoods)

    private static let tallies: [Departement: Places] = {
        let areas = Dictionary(grouping: PriorityNeighbourhoods.all, by: \.departement)
        let places = Dictionary(grouping: Communes.all, by: \.departement)
        return Dictionary(
            Departement.allCases.map { departement in
                let tally = Places(
                    neighbourhoods: areas[departement]?.count ?? 0,
                    communes: places[departement]?.count ?? 0
                )
                return (departement, tally)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}
