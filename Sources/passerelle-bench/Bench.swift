/// What every workload works with: the rows, a folder, and the two sides.
struct Bench {
    let rows: InventedRows
    let folder: WorkFolder

    /// Measures both sides, the plain one first in even rounds.
    func sides(
        round: Int,
        plain: () throws -> Double,
        engine: () throws -> Double
    ) throws -> Sample {
        if round.isMultiple(of: 2) {
            let first = try plain()
            return Sample(plain: first, engine: try engine())
        }
        let first = try engine()
        return Sample(plain: try plain(), engine: first)
    }

    /// Measures a body on a new plain store, which `prepare` may fill first.
    func plain(
        prepare: (PlainStore) throws -> Void = { _ in },
        _ body: (PlainStore) throws -> Void
    ) throws -> Double {
        try folder.inside { path in
            let store = try PlainStore(in: path)
            try prepare(store)
            return try milliseconds { try body(store) }
        }
    }

    /// Measures a body on a new engine store, which `prepare` may fill first.
    func engine(
        prepare: (EngineStore) throws -> Void = { _ in },
        _ body: (EngineStore) throws -> Void
    ) throws -> Double {
        try folder.inside { path in
            let store = try EngineStore(in: path)
            try prepare(store)
            let time = try milliseconds { try body(store) }
            try store.close()
            return time
        }
    }

    /// How long a body takes.
    func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(body)
        return Double(time.components.seconds) * 1e3
            + Double(time.components.attoseconds) / 1e15
    }
}
