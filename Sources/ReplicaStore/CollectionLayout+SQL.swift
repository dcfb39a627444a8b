import Causality
import Records

extension CollectionLayout {
    /// The names that a statement from outside cannot find: the guard of the store is their absence.
    ///
    /// SQLite says « no such function: only_passerelle_writes_clock » and changes nothing.
    enum Function {
        static let clock = "only_passerelle_writes_clock"
        static let arrival = "only_passerelle_writes_arrival"
        static let change = "only_passerelle_writes_change"
        static let members = "only_passerelle_writes_members"
        static let share = "only_passerelle_writes_share"
        static let burial = "only_passerelle_writes_burial"
        static let packed = "only_passerelle_writes_packed"
        static let twins = "only_passerelle_writes_twins"
        static let meets = "only_passerelle_writes_meets"
        static let joined = "only_passerelle_writes_joined"
        static let isCapturing = "only_passerelle_writes_here"
    }

    /// The name of the table, quoted: a collection may be called `order` or `group`.
    var table: String { Self.quoted(name) }

    /// A name of the engine's about this collection.
    ///
    /// No name of a collection or field has a colon, so
    /// that no two of these are the same.
    func own(_ words: String...) -> String {
        (["passerelle", name] + words).joined(separator: ":")
    }

    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    var createTable: String {
        let columns = fields.map { "    \($0.column) \($0.type.rawValue),\n" }.joined()
        return """
            CREATE TABLE \(table) (
                id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            \(columns)    _clock BLOB NOT NULL DEFAULT (\(Function.clock)('\(name)')),
                _arrival INTEGER NOT NULL DEFAULT (\(Function.arrival)())
            ) STRICT, WITHOUT ROWID
            """
    }

    func addColumn(_ field: Field) -> String {
        "ALTER TABLE \(table) ADD COLUMN \(field.column) \(field.type.rawValue)"
    }

    /// The indexes by name: by arrival, for deltas, those that find twins, and those that the
    /// declaration asks for.
    var indexes: [SchemaObject] {
        var columns = [(own("by_arrival"), "_arrival")]
        for (number, fields) in unique {
            let list = fields.map(\.column).joined(separator: ", ")
            columns.append((own("unique", "\(number)"), list))
        }
        for (number, expression) in collection.indexes.enumerated() {
            columns.append((own("index", "\(number + 1)"), expression))
        }
        return columns.map { name, columns in
            SchemaObject(
                .index,
                name,
                "CREATE INDEX \(Self.quoted(name)) ON \(table) (\(columns))"
            )
        }
    }

    /// The triggers by name: they stamp what free SQL writes and refuse what nobody may.
    var triggers: [SchemaObject] { stampTriggers + twinTriggers }

    /// The triggers that do nothing where the engine writes a row with its stamp.
    var stampTriggers: [SchemaObject] {
        var triggers = fields.map(updated) + [deleted, identified]
        if !composite.isEmpty { triggers.append(inserted) }
        return triggers
    }

    /// A trigger: when it fires, under which condition, and what it does.
    func trigger(
        _ name: String,
        _ event: String,
        when condition: String,
        _ body: String
    ) -> SchemaObject {
        SchemaObject(
            .trigger,
            name,
            """
            CREATE TRIGGER \(Self.quoted(name)) \(event) ON \(table)
            WHEN \(condition)
            BEGIN
                \(body);
            END
            """
        )
    }

    /// One trigger a field, so that an update pays for the columns that it names and no others.
    ///
    /// An update through the record API moves `_arrival` in the same statement and is stamped there.
    private func updated(_ field: Field) -> SchemaObject {
        let mask = written(with: [field.name]).union(.row)
        // An integer is small, and is not looked at: its length would be that of its digits.
        let value = field.type == .integer ? "NULL" : "NEW.\(field.column)"
        let change =
            "\(Function.change)(_clock, \(mask.rawValue), id, '\(name)', _arrival, \(value))"
        let clock =
            field.rule.isComposite
            ? stampMembers(
                over: change,
                of: [field],
                old: { "OLD.\($0.column)" },
                new: { "NEW.\($0.column)" }
            ) : change
        return trigger(
            own("updated", field.name),
            "AFTER UPDATE OF \(field.column)",
            when: "NEW._arrival = OLD._arrival AND OLD.\(field.column) IS NOT NEW.\(field.column)",
            """
            UPDATE \(table) SET _clock = \(clock), _arrival = \(Function.arrival)()
                WHERE id = NEW.id
            """
        )
    }

    private var deleted: SchemaObject {
        let values = fields.map { ", OLD.\($0.column)" }.joined()
        return trigger(
            own("deleted"),
            "AFTER DELETE",
            when: "\(Function.isCapturing)()",
            """
            INSERT OR REPLACE INTO passerelle_grave (collection, id, clock, arrival, packed)
                VALUES ('\(name)', OLD.id, \(Function.burial)(OLD._clock, OLD.id, OLD._arrival),
                    \(Function.arrival)(), \(Function.packed)('\(name)'\(values)))
            """
        )
    }

    private var identified: SchemaObject {
        trigger(
            own("identified"),
            "BEFORE UPDATE OF id",
            when: "OLD.id IS NOT NEW.id",
            "SELECT RAISE(ABORT, 'the id of a row never changes: insert another row')"
        )
    }

    /// A row is inserted with one stamp over its plain fields; its members and shares follow.
    private var inserted: SchemaObject {
        let clock = stampMembers(
            over: "NEW._clock",
            old: { _ in "NULL" },
            new: { "NEW.\($0.column)" }
        )
        let any = composite.map { "NEW.\($0.column) IS NOT NULL" }.joined(separator: " OR ")
        return trigger(
            own("inserted"),
            "AFTER INSERT",
            when: "(\(any)) AND \(Function.isCapturing)()",
            "UPDATE \(table) SET _clock = \(clock) WHERE id = NEW.id"
        )
    }

    /// The expression that adds to a clock what changed in the fields with many cells.
    func stampMembers(
        over clock: String,
        of fields: [Field]? = nil,
        old: (Field) -> String,
        new: (Field) -> String
    ) -> String {
        (fields ?? composite).reduce(clock) { inner, field in
            let function = field.rule == .set ? Function.members : Function.share
            return "\(function)(\(inner), \(field.tag), \(old(field)), \(new(field)))"
        }
    }
}

extension Field {
    /// The name of the column, quoted: a field may be called `order` or `select`.
    var column: String { CollectionLayout.quoted(name) }
}
