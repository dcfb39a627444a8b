import Records

/// The views by which any SQLite tool reads what is left to decide and what was decided.
///
/// They call no function of the engine. Names of fields and ranks of values stand in their text, so
/// they are made anew when the schema changes.
enum InboxViews {
    static let names: Set<String> = [
        "passerelle_inbox", "passerelle_version", "passerelle_decisions",
    ]

    static func all(_ layouts: [CollectionLayout]) -> [SchemaObject] {
        [
            SchemaObject(.view, "passerelle_version", version),
            SchemaObject(.view, "passerelle_inbox", inbox(layouts)),
            SchemaObject(.view, "passerelle_decisions", decisions(layouts)),
        ]
    }

    /// Every version of a field that is not shown, whatever put it there.
    private static let version = """
        CREATE VIEW passerelle_version AS
        SELECT 'concurrent' AS kind, collection, id, tag, value, place, counter, milliseconds,
            NULL AS number
        FROM passerelle_sibling
        UNION ALL
        SELECT 'rescued', collection, id, tag, value, place, counter, milliseconds, number
        FROM passerelle_rescued
        UNION ALL
        SELECT 'reopened', collection, id, tag, value, place, counter, milliseconds, number
        FROM passerelle_reopened
        """

    private static func inbox(_ layouts: [CollectionLayout]) -> String {
        let lines =
            layouts.filter { !$0.fields.isEmpty }.map(versions) + layouts.flatMap(twins)
            + [revivals, clocks]
        return """
            CREATE VIEW passerelle_inbox AS
            SELECT line.kind, line.collection, line.id, line.field, line.shown, line.other,
                lower(hex(site.replica)) AS writer, line.milliseconds, line.is_settled, line.number
            FROM (
            \(lines.joined(separator: "\nUNION ALL\n"))
            ) AS line LEFT JOIN passerelle_site AS site ON site.place = line.place
            WHERE line.kind <> 'concurrent' OR line.shown IS NOT line.other
            """
    }

    /// The fields of one collection whose versions differ, with what the row shows.
    private static func versions(_ layout: CollectionLayout) -> String {
        let shown = choice(layout, by: "line.tag") { "row.\($0.column)" }
        let followers = layout.fields.filter { $0.rule.leader != nil }.map { "\($0.tag)" }
        return """
            SELECT line.kind AS kind, '\(layout.name)' AS collection, line.id AS id,
                \(choice(layout, by: "line.tag") { literal($0.name) }) AS field,
                \(shown) AS shown, line.value AS other, line.place AS place,
                line.milliseconds AS milliseconds,
                line.kind = 'concurrent' AND \(isOutranked(layout, by: shown)) AS is_settled,
                line.number AS number
            FROM passerelle_version AS line LEFT JOIN \(layout.table) AS row ON row.id = line.id
            WHERE line.collection = '\(layout.name)'
                AND (row.id IS NOT NULL OR line.kind = 'rescued')
                AND (line.tag NOT IN (\(followers.joined(separator: ", ")))
                    OR line.kind = 'rescued')
            """
    }

    /// Whether the version set aside is of a lower rank than the one shown.
    private static func isOutranked(_ layout: CollectionLayout, by shown: String) -> String {
        let ranked = layout.fields.compactMap { field -> String? in
            guard case .ranked(let ranks) = field.rule else { return nil }
            return "WHEN \(field.tag) THEN \(rank("line.value", ranks)) < "
                + rank("row.\(field.column)", ranks)
        }
        let silent = "(line.value IS NULL AND \(shown) IS NOT NULL)"
        if ranked.isEmpty { return silent }
        return "CASE line.tag \(ranked.joined(separator: " ")) ELSE \(silent) END"
    }

    private static func rank(_ value: String, _ ranks: [String: Int]) -> String {
        let cases = ranks.sorted { $0.key < $1.key }
            .map { " WHEN \(value) = \(literal($0.key)) THEN \($0.value)" }.joined()
        return "CASE WHEN \(value) IS NULL THEN -1\(cases) ELSE 0 END"
    }

    /// The marked twins of a collection, each with the row that had the value first.
    private static func twins(_ layout: CollectionLayout) -> [String] {
        layout.unique.map { number, fields in
            let names = fields.map(\.name).joined(separator: ", ")
            let shown = fields.count == 1 ? "row.\(fields[0].column)" : "NULL"
            return """
                SELECT 'twins' AS kind, '\(layout.name)' AS collection, line.id AS id,
                    '\(names)' AS field, \(shown) AS shown, line.other AS other,
                    line.place AS place, line.milliseconds AS milliseconds, 0 AS is_settled,
                    line.rule AS number
                FROM passerelle_twin AS line JOIN \(layout.table) AS row ON row.id = line.id
                WHERE line.collection = '\(layout.name)' AND line.rule = \(number)
                    AND NOT line.is_dismissed
                """
        }
    }

    private static let revivals = """
        SELECT 'deleted-and-edited' AS kind, collection, id, NULL AS field,
            CASE WHEN is_shown THEN 'edited' ELSE 'deleted' END AS shown,
            CASE WHEN is_shown THEN 'deleted' ELSE 'edited' END AS other,
            place, milliseconds, 0 AS is_settled, NULL AS number
        FROM passerelle_revival WHERE NOT is_dismissed
        """

    private static let clocks = """
        SELECT 'suspicious-clock' AS kind, NULL AS collection, NULL AS id, NULL AS field,
            noticed_at AS shown, writes AS other,
            place, furthest AS milliseconds, 0 AS is_settled, NULL AS number
        FROM passerelle_suspicion WHERE NOT is_dismissed
        """

    private static func decisions(_ layouts: [CollectionLayout]) -> String {
        let fields = layouts.filter { !$0.fields.isEmpty }.map { layout in
            "WHEN '\(layout.name)' THEN \(choice(layout, by: "made.tag") { literal($0.name) })"
        }
        let field =
            fields.isEmpty ? "NULL" : "CASE made.collection \(fields.joined(separator: " ")) END"
        return """
            CREATE VIEW passerelle_decisions AS
            SELECT made.number, made.kind, made.action, made.collection, made.id,
                \(field) AS field,
                (SELECT value FROM passerelle_decision_version
                    WHERE decision = made.number AND tag = made.tag AND is_shown) AS before,
                made.after,
                (SELECT group_concat(quote(value), ', ') FROM passerelle_decision_version
                    WHERE decision = made.number AND tag = made.tag AND NOT is_shown) AS others,
                made.who, made.why, made.decided_at, made.undoes,
                (SELECT number FROM passerelle_decision WHERE undoes = made.number) AS undone_by
            FROM passerelle_decision AS made
            """
    }

    /// An expression that gives something for each field, by its tag.
    private static func choice(
        _ layout: CollectionLayout,
        by tag: String,
        _ value: (Field) -> String
    ) -> String {
        let cases = layout.fields.map { "WHEN \($0.tag) THEN \(value($0))" }
        return "CASE \(tag) \(cases.joined(separator: " ")) END"
    }

    private static func literal(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }
}
