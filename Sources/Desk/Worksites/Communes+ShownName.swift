import Region

extension Communes {
    /// The name of the commune of today that a code means; the code itself where no list knows it.
    static func shownName(_ code: String) -> String { current(code: code)?.name ?? code }
}
