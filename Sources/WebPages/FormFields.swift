/// The fields of a query or of a form that was sent, each at most once.
package struct FormFields: Sendable {
    private let values: [String: String]

    package static let none = FormFields(values: [:])

    private init(values: [String: String]) { self.values = values }

    /// Reads `application/x-www-form-urlencoded`; nil of a field that stands twice or is no UTF-8.
    package init?(_ bytes: some Sequence<UInt8>) {
        var values: [String: String] = [:]
        for part in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let sign = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = Self.decoded(part[..<sign]),
                let value = Self.decoded(part[sign...].dropFirst()), values[name] == nil
            else { return nil }
            values[name] = value
        }
        self.values = values
    }

    package subscript(name: String) -> String? { values[name] }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var (result, rest) = ([UInt8](), bytes)
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): result.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst(), let low = rest.popFirst(),
                    let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
                else { return nil }
                result.append(value)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }
}
