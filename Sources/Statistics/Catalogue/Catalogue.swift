/// The fixed list of what may ever be published, with its version: there is no other question.
package struct Catalogue: Sendable {
    package let version: Int
    package let variables: [Variable]
    /// Every table of persons, each after the coarser one on which it stands.
    package let tables: [TableID]
    /// Volumes of offers and worksites, in which nobody is counted.
    package let volumes: [Volume]

    /// The version that this software writes.
    package static let current = Catalogue(version: 1, Variable.all)

    /// The catalogue of that version; an unknown version is refused by name.
    package static func find(version: Int) throws(CatalogueFailure) -> Catalogue {
        guard version == current.version else { throw .unknownVersion(version) }
        return current
    }

    private let byCode: [String: TableID]
    private let variableByCode: [String: Int]

    private init(version: Int, _ variables: [Variable]) {
        self.version = version
        self.variables = variables
        tables = Axis.allCases.flatMap { axis in
            [TableID.persons(axis)]
                + variables.filter { $0.axes.contains(axis) }.flatMap { variable in
                    variable.steps.indices.map { index in
                        TableID(axis: axis, variable: variable.code, step: index + 1)
                    }
                }
        }
        volumes = Volume.allCases
        byCode = Dictionary(tables.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        variableByCode = Dictionary(
            variables.enumerated().map { ($1.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package func table(code: String) throws(CatalogueFailure) -> TableID {
        guard let table = byCode[code] else { throw .unknownTable }
        return table
    }

    /// Where the variable of a table stands, nil for the one that only counts persons.
    func index(of table: TableID) -> Int? { table.variable.flatMap { variableByCode[$0] } }

    /// The variable of a table, nil for the one that only counts persons.
    package func variable(of table: TableID) -> Variable? {
        index(of: table).map { variables[$0] }
    }

    /// What a table tells apart.
    package func groups(of table: TableID) -> [String] {
        variable(of: table)?.steps[table.step - 1].groups ?? ["persons"]
    }

    /// The coarser table on which a table stands; nil for the one that only counts persons.
    package func base(of table: TableID) -> TableID? {
        guard table.variable != nil else { return nil }
        return table.step == 1
            ? .persons(table.axis)
            : TableID(axis: table.axis, variable: table.variable, step: table.step - 1)
    }
}
