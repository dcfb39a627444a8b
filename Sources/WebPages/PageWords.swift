/// The words of pages, one a line: « name = text ».
package enum PageWords {
    package static func read(_ bytes: [UInt8]) -> [String: String] {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            guard let sign = line.firstRange(of: " = ") else { return nil }
            return (String(line[..<sign.lowerBound]), String(line[sign.upperBound...]))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
