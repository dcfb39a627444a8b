import Region

/// Where the priority neighbourhoods are.
struct MapPage {
    struct Shape {
        let code: String
        let name: String
        let path: String
        let x: Int
        let y: Int
        let yFigure: Int
        /// 0 to 4, the more neighbourhoods the darker.
        let shade: Int
        let neighbourhoods: Int
        let communes: Int
    }

    let shapes: [Shape]
    let neighbourhoods: Int
    let communes: Int

    /// It is the same for everybody until the lists change.
    static let current = MapPage()

    private init() {
        neighbourhoods = PriorityNeighbourhoods.all.count
        communes = Communes.all.count
        let areas = Dictionary(grouping: PriorityNeighbourhoods.all, by: \.departement)
        let places = Dictionary(grouping: Communes.all, by: \.departement)
        let most = max(1, areas.values.map(\.count).max() ?? 1)
        shapes = DepartementOutlines.all.map { outline in
            let count = areas[outline.departement]?.count ?? 0
            return Shape(
                code: outline.departement.code,
                name: outline.departement.name,
                path: outline.path,
                x: outline.x,
                y: outline.y,
                yFigure: outline.y + 36,
                shade: count * 4 / most,
                neighbourhoods: count,
                communes: places[outline.departement]?.count ?? 0
            )
        }
    }
}
