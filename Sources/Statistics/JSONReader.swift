/// Reads JSON strictly: integers only, no key twice, bounded depth, nothing after the end.
struct JSONReader {
    /// How deep values may nest; a statement needs two.
    static let maximumDepth = 8

    let bytes: [UInt8]
    var offset = 0

    static func value(of bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.readValue(depth: 0)
        reader.skipSpace()
        guard reader.offset == bytes.count else {
            throw .unexpectedByte(offset: reader.offset)
        }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func readValue(depth: Int) throws(JSONFailure) -> JSONValue {
        guard depth <= Self.maximumDepth else { throw .tooDeep(offset: offset) }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try readObject(depth: depth)
        case UInt8(ascii: "["): return try readArray(depth: depth)
        case UInt8(ascii: "\""): return .string(try readText())
        case UInt8(ascii: "t"): return try read(word: "true", as: .bool(true))
        case UInt8(ascii: "f"): return try read(word: "false", as: .bool(false))
        case UInt8(ascii: "n"): return try read(word: "null", as: .null)
        default: return .integer(try readInteger())
        }
    }

    private mutating func readObject(depth: Int) throws(JSONFailure) -> JSONValue {
        var members: [String: JSONValue] = [:]
        try expect("{")
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            let key = try readText()
            guard members[key] == nil else { throw .duplicateKey(offset: offset) }
            try expect(":")
            members[key] = try readValue(depth: depth + 1)
        } while take(",")
        try expect("}")
        return .object(members)
    }

    private mutating func readArray(depth: Int) throws(JSONFailure) -> JSONValue {
        var items: [JSONValue] = []
        try expect("[")
        if take("]") { return .array(items) }
        repeat {
            items.append(try readValue(depth: depth + 1))
        } while take(",")
        try expect("]")
        return .array(items)
    }

    private mutating func readInteger() throws(JSONFailure) -> Int {
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let firstDigit = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
        guard offset > firstDigit else { throw .unexpectedByte(offset: start) }
        let hasLeadingZero = bytes[firstDigit] == 0x30 && offset - firstDigit > 1
        let hasFraction = offset < bytes.count && [0x2E, 0x45, 0x65].contains(bytes[offset])
        guard !hasLeadingZero, !hasFraction,
            let value = Int(String(decoding: bytes[start..<offset], as: UTF8.self))
        else { throw .notAnInteger(offset: start) }
        return value
    }

    private mutating func read(
        word: StaticString,
        as value: JSONValue
    ) throws(JSONFailure) -> JSONValue {
        for byte in word.description.utf8 {
            guard try peek() == byte else { throw .unexpectedByte(offset: offset) }
            offset += 1
        }
        return value
    }

    mutating func skipSpace() {
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) {
            offset += 1
        }
    }

    func peek() throws(JSONFailure) -> UInt8 {
        guard offset < bytes.count else { throw .unexpectedEnd }
        return bytes[offset]
    }

    mutating func expect(_ scalar: Unicode.Scalar) throws(JSONFailure) {
        skipSpace()
        guard try peek() == UInt8(ascii: scalar) else { throw .unexpectedByte(offset: offset) }
        offset += 1
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: scalar) else { return false }
        offset += 1
        return true
    }
}
