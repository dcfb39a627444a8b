import BundleFormat
import Causality
import GRDB
import Records

extension StoreVerifier {
    /// Of each contested field, all versions but the one that is shown are set aside.
    mutating func checkVersions(
        _ clock: RowClock,
        _ values: [Value],
        _ row: RowName,
        _ layout: CollectionLayout
    ) throws {
        guard clock.entries.count > 1, !clock.contested.isEmpty else { return }
        let hidden = try Siblings(database, context).of(row.id.bytes, in: layout)
        var shownDots: [String: Dot] = [:]
        for position in layout.mergeOrder where !layout.fields[position].rule.isComposite {
            let field = layout.fields[position]
            let versions = clock.versions(of: field.tag).map(\.dot)
            let visible = versions.filter { hidden[Siblings.Key(tag: field.tag, dot: $0)] == nil }
            guard visible.count == min(1, versions.count) else {
                report.add(.sibling, row, "a concurrent version of ‘\(field.name)’ is missing")
                continue
            }
            let shown = RowMerger.shown(
                versions.map { dot in
                    (dot, hidden[Siblings.Key(tag: field.tag, dot: dot)] ?? values[position])
                },
                field.rule,
                shownDots
            )
            shownDots[field.name] = visible.first
            if shown.map({ versions[$0] }) != visible.first {
                report.add(.sibling, row, "‘\(field.name)’ shows a version that did not win")
            }
        }
    }

    /// Each version that is set aside is a live one of a contested field of a row.
    mutating func checkSiblings() throws {
        let siblings = try RawStatement(
            database,
            "SELECT id, collection, tag, place, counter FROM passerelle_sibling"
        )
        while try siblings.step() {
            // Those of collections unknown to this version are left aside.
            guard let layout = try? context.layout(named: siblings.text(1)) else { continue }
            guard let id = RecordID(bytes: siblings.bytes(0)) else { continue }
            let row = RowName(layout.name, id)
            let (clock, place) = try RowStatements(database, context, layout).clock(of: id.bytes)
            let tag = UInt8(clamping: siblings.integer(2))
            let replica = context.progress.sites.replica(at: Int(siblings.integer(3)))
            let isLive = clock.entries.contains { entry in
                entry.dot.replica == replica && tag < 63 && entry.fields.contains(.field(tag))
                    && entry.dot.counter == UInt64(bitPattern: siblings.integer(4))
            }
            if place == .nowhere {
                report.add(.sibling, row, "a concurrent version is of no row")
            } else if !isLive || !clock.contested.contains(.field(tag)) {
                report.add(.sibling, row, "a concurrent version is of no live write")
            }
        }
    }

    /// Each bundle that waits can be read to its end, and is the one that it is kept as.
    mutating func checkHeldBundles() throws {
        let held = try RawStatement(
            database,
            "SELECT sender, sequence, bytes FROM passerelle_held"
        )
        while try held.step() {
            let name =
                "bundle \(held.integer(1)) of \(ReplicaID(bytes: held.bytes(0))?.short ?? "?")"
            do {
                let envelope = try Envelope(held.bytes(2))
                var reader = try DeltaReader(envelope.body)
                while try reader.next() != nil {}
                guard envelope.sender.bytes == held.bytes(0),
                    Int64(clamping: envelope.sequence) == held.integer(1),
                    reader.header.base == envelope.base, reader.header.target == envelope.target
                else {
                    report.add(.held, nil, "the waiting \(name) is another one")
                    continue
                }
            } catch {
                report.add(.held, nil, "the waiting \(name) cannot be read: \(error)")
            }
        }
    }

    /// Of an erased row nothing is left, and every erasure was ended.
    mutating func checkErasures() throws {
        for row in try ErasedRows(database).all() {
            guard let layout = try? context.layout(named: row.collection) else { continue }
            let rows = try RowStatements(database, context, layout)
            if try rows.clock(of: row.id.bytes).place != .nowhere {
                report.add(.erasure, row, "the row was erased, and something of it is left")
            }
        }
        let isWaiting = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM passerelle_mark WHERE name = ?)",
            arguments: [Eraser.mark]
        )
        if isWaiting == true {
            report.add(
                .erasure,
                nil,
                "an erasure was not ended: close other programs and open again"
            )
        }
    }
}
