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
        static let isCapturing = "only_passerelle_writes_here"
    }

    var createTable: String {
        let columns = fields.map { "    \($0.name) \($0.type.rawValue),\n" }.joined()
        return """
            CREATE TABLE \(name) (
                id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            \(columns)    _clock BLOB NOT NULL DEFAULT (\(Function.clock)(\(plain.rawValue | 1))),
                _arrival INTEGER NOT NULL DEFAULT (\(Function.arrival)())
            ) STRICT, WITHOUT ROWID
            """
    }

    func addColumn(_ field: Field) -> String {
        "ALTER TABLE \(name) ADD COLUMN \(field.name) \(field.type.rawValue)"
    }

    /// The indexes by name: by arrival, for deltas, and those that the declaration asks for.
    var indexes: [(name: String, sql: String)] {
        var indexes = [
            ("\(name)_by_arrival", "CREATE INDEX \(name)_by_arrival ON \(name) (_arrival)")
        ]
        for (number, expression) in collection.indexes.enumerated() {
            let index = "\(name)_index_\(number + 1)"
            indexes.append((index, "CREATE INDEX \(index) ON \(name) (\(expression))"))
        }
        return indexes
    }

    /// The triggers by name: they stamp what free SQL writes and refuse what nobody may.
    var triggers: [(name: String, sql: String)] {
        var triggers = [("\(name)_updated", updated), ("\(name)_deleted", deleted)]
        triggers.append(("\(name)_identified", identified))
        if !composite.isEmpty { triggers.append(("\(name)_inserted", inserted)) }
        return triggers
    }

    /// An update through the record API moves `_arrival` in the same statement and is stamped there.
    private var updated: String {
        let names = fields.map(\.name).joined(separator: ", ")
        let mask = fields.filter { !$0.rule.isComposite }
            .map { field in
                let names = [field.name] + (field.rule.leader.map { [$0] } ?? [])
                let changed = names.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR ")
                return "((\(changed)) << \(field.tag))"
            }
            .joined(separator: " | ")
        let differs = fields.map { "OLD.\($0.name) IS NOT NEW.\($0.name)" }
            .joined(separator: " OR ")
        let clock = stampMembers(
            over: "\(Function.change)(OLD._clock, \(mask.isEmpty ? "0" : mask), OLD.id)",
            old: { "OLD.\($0.name)" },
            new: { "NEW.\($0.name)" }
        )
        return """
            CREATE TRIGGER \(name)_updated AFTER UPDATE OF \(names) ON \(name)
            WHEN NEW._arrival = OLD._arrival AND (\(differs))
            BEGIN
                UPDATE \(name) SET _clock = \(clock), _arrival = \(Function.arrival)()
                WHERE id = NEW.id;
            END
            """
    }

    private var deleted: String {
        let values = fields.map { ", OLD.\($0.name)" }.joined()
        return """
            CREATE TRIGGER \(name)_deleted AFTER DELETE ON \(name)
            WHEN \(Function.isCapturing)()
            BEGIN
                INSERT INTO passerelle_grave (collection, id, clock, arrival, packed)
                VALUES ('\(name)', OLD.id, \(Function.burial)(OLD._clock), \(Function.arrival)(),
                    \(Function.packed)('\(name)'\(values)));
            END
            """
    }

    private var identified: String {
        """
        CREATE TRIGGER \(name)_identified BEFORE UPDATE OF id ON \(name)
        WHEN OLD.id IS NOT NEW.id
        BEGIN
            SELECT RAISE(ABORT, 'the id of a row never changes: insert another row');
        END
        """
    }

    /// A row is inserted with one stamp over its plain fields; its members and shares follow.
    private var inserted: String {
        let clock = stampMembers(
            over: "NEW._clock",
            old: { _ in "NULL" },
            new: { "NEW.\($0.name)" }
        )
        let any = composite.map { "NEW.\($0.name) IS NOT NULL" }.joined(separator: " OR ")
        return """
            CREATE TRIGGER \(name)_inserted AFTER INSERT ON \(name)
            WHEN (\(any)) AND \(Function.isCapturing)()
            BEGIN
                UPDATE \(name) SET _clock = \(clock) WHERE id = NEW.id;
            END
            """
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
