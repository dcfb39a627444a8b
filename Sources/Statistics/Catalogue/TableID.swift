/// The name of a table: how many persons, or one variable at one step, along one axis.
package struct TableID: Sendable, Hashable {
    package let axis: Axis
    /// The variable's code; nil for the table that only counts persons.
    package let variable: String?
    /// 1 for the coarsest; 0 for the table that only counts persons.
    package let step: Int

    package static func persons(_ axis: Axis) -> TableID {
        TableID(axis: axis, variable: nil, step: 0)
    }

    /// « territory-persons », « age-outcome-2 ».
    package var code: String {
        variable.map { "\(axis.code)-\($0)-\(step)" } ?? "\(axis.code)-persons"
    }
}

extension TableID: Comparable {
    package static func < (left: TableID, right: TableID) -> Bool {
        left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
    }
}
