/// Why an ERP file could not be written.
package enum ErpFileFailure: Error, Equatable, CustomStringConvertible {
    case notInWindows1252(scalar: UInt32)
    case negativeRowCount(Int)

    /// Names the letter and never the field that holds it, which may be about a person.
    package var description: String {
        switch self {
        case .notInWindows1252(let scalar):
            let code = String(scalar, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - code.utf8.count))
            return "U+\(zeros)\(code) has no byte in Windows-1252; write the file in UTF-8"
        case .negativeRowCount(let count):
            return "\(count) rows cannot be written; ask for zero or more"
        }
    }
}
