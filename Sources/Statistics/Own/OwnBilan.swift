/// A landlord's bilan of its own records, for its own use: nothing in it is hidden, and it says so.
package struct OwnBilan: Sendable {
    /// The figures, of this one landlord.
    package let bilan: Bilan
    /// The same persons by place, neighbourhood, age, sex and month.
    package let tables: [OwnTable]

    package init(
        _ statement: Statement,
        of programme: Programme,
        _ counts: FineCounts,
        named name: (Axis, NodePath) -> String
    ) throws {
        var register = StatementRegister()
        register.insert(statement)
        bilan = try Bilan(
            register: register,
            programme: programme,
            expected: [statement.landlord],
            asOf: statement.cutoff,
            // Its own figures: none is hidden.
            threshold: 0
        )
        tables = Axis.allCases.map { OwnTable($0, counts, named: name) }
    }

    /// What every form of it says before any figure.
    package static let notice = FrenchText.typeset(
        "Usage interne : ce document montre tous les effectifs, petits compris. Il ne sort pas de "
            + "chez le bailleur et ne se publie pas."
    )

    package func render(_ format: BilanFormat) -> [UInt8] {
        switch format {
        case .html: paper.render(.html)
        case .text: Array(OwnBilanText.render(self).utf8)
        case .csv: OwnBilanCSV.render(self)
        case .fods: Array(OwnBilanSheet.render(self).utf8)
        case .json: OwnBilanJSON.render(self)
        }
    }

    /// Two own bilans side by side, such as those of two phases.
    package static func comparison(_ first: OwnBilan, _ second: OwnBilan) -> Paper {
        var paper = Paper.comparison(first.bilan, second.bilan)
        paper.sections.insert(internalUse, at: 0)
        return paper
    }

    static let internalUse = Paper.Section(
        title: "Usage interne",
        blocks: [.paragraph(notice)]
    )

    /// The landlord by name, and the day.
    var source: String {
        let landlord = bilan.lines.first.map { "\($0.landlord.code) \($0.landlord.name)" } ?? ""
        return
            "\(landlord), situation au \(bilan.asOf.frenchText), programme \(bilan.programme.code)"
    }

    /// How many places its tables have.
    package var rows: Int { tables.reduce(0) { $0 + $1.places.count } }

    var total: BilanTotal { bilan.withLastKnown }
}
