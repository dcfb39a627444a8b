/// One line of an ERP file as its text stands, sound or not.
package struct ErpRow: Hashable, Sendable {
    private var texts: [String]

    package init() {
        texts = Array(repeating: "", count: ErpColumn.allCases.count)
    }

    package subscript(_ column: ErpColumn) -> String {
        get { texts[column.rawValue] }
        set { texts[column.rawValue] = newValue }
    }
}
