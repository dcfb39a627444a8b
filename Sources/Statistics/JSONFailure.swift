/// Why some bytes are not JSON that we read, with the offset of the first wrong byte.
package enum JSONFailure: Error, Hashable, CustomStringConvertible {
    case unexpectedEnd
    case unexpectedByte(offset: Int)
    case tooDeep(offset: Int)
    case duplicateKey(offset: Int)
    case notAnInteger(offset: Int)
    case badText(offset: Int)

    package var description: String {
        switch self {
        case .unexpectedEnd: "the JSON text stops before its end"
        case .unexpectedByte(let offset): "unexpected byte at offset \(offset)"
        case .tooDeep(let offset): "nested too deeply at offset \(offset)"
        case .duplicateKey(let offset): "the key before offset \(offset) appears twice"
        case .notAnInteger(let offset): "the number at offset \(offset) is no 64-bit integer"
        case .badText(let offset): "the text before offset \(offset) is not valid"
        }
    }
}
