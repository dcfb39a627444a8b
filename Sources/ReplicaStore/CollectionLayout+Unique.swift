import Records

extension CollectionLayout {
    /// The fields declared unique together, numbered from 1 in the order of their declaration.
    var unique: [(number: Int, fields: [Field])] {
        collection.unique.enumerated().map { number, names in
            (number + 1, names.compactMap { collection.field(named: $0) })
        }
    }

    /// The triggers that notice rows which gain a twin or may lose one, whoever writes them.
    var twinTriggers: [SchemaObject] {
        if unique.isEmpty { return [] }
        let columns = Set(unique.flatMap { $0.fields.map(\.column) }).sorted()
        let met = (unique.map { meets($0.fields) } + [isKnown("NEW")]).joined(separator: " OR ")
        return [
            trigger(own("twin", "inserted"), "AFTER INSERT", when: met, note("NEW")),
            trigger(
                own("twin", "updated"),
                "AFTER UPDATE OF \(columns.joined(separator: ", "))",
                when: met,
                note("NEW")
            ),
            trigger(own("twin", "deleted"), "AFTER DELETE", when: isKnown("OLD"), note("OLD")),
        ]
    }

    private func meets(_ fields: [Field]) -> String {
        let equal = fields.map { "twin.\($0.column) = NEW.\($0.column)" }
            .joined(separator: " AND ")
        return "EXISTS (SELECT 1 FROM \(table) AS twin WHERE \(equal) AND twin.id <> NEW.id)"
    }

    private func isKnown(_ row: String) -> String {
        """
        EXISTS (SELECT 1 FROM passerelle_twin WHERE collection = '\(name)' AND id = \(row).id)
            OR EXISTS (SELECT 1 FROM passerelle_twin
                WHERE collection = '\(name)' AND other = \(row).id)
        """
    }

    private func note(_ row: String) -> String {
        "SELECT \(Function.twins)('\(name)', \(row).id)"
    }
}
