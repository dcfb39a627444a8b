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
            \(columns)    _clock BLOB NOT NULL DEFAULT (\(Function.clock)('\(name)')),
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
        var triggers = fields.map { (updatedName($0), updated($0)) }
        triggers.append(("\(name)_deleted", deleted))
        triggers.append(("\(name)_identified", identified))
        if !composite.isEmpty { triggers.append(("\(name)_inserted", inserted)) }
        return triggers
    }

    /// One trigger a field, so that an update pays for the columns that it names and no others.
    ///
    /// An update through the record API moves `_arrival` in the same statement and is stamped there.
    private func updated(_ field: Field) -> String {
        let mask = written(with: [field.name]).union(.row)
        let change = "\(Function.change)(_clock, \(mask.rawValue), id, _arrival)"
        let clock =
            field.rule.isComposite
            ? stampMembers(
                over: change,
                of: [field],
                old: { "OLD.\($0.name)" },
                new: { "NEW.\($0.name)" }
            ) : change
        return """
            CREATE TRIGGER \(updatedName(field)) AFTER UPDATE OF \(field.name) ON \(name)
            WHEN NEW._arrival = OLD._arrival AND OLD.\(field.name) IS NOT NEW.\(field.name)
            BEGIN
                UPDATE \(name) SET _clock = \(clock), _arrival = \(Function.arrival)()
                WHERE id = NEW.id;
            END
            """
    }

    private func updatedName(_ field: Field) -> String { "\(name)_updated_\(field.name)" }

    private var deleted: String {
        let values = fields.map { ", OLD.\($0.name)" }.joined()
        return """
            CREATE TRIGGER \(name)_deleted AFTER DELETE ON \(name)
            WHEN \(Function.isCapturing)()
            BEGIN
                INSERT OR REPLACE INTO passerelle_grave (collection, id, clock, arrival, packed)
                VALUES ('\(name)', OLD.id, \(Function.burial)(OLD._clock, OLD._arrival),
                    \(Function.arrival)(),
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
