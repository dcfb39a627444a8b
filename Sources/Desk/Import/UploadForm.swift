/// A form of two parts as it comes in: what shows that it is this session's, then a file.
///
/// It takes what browsers send and nothing else: the token first, one file, nothing after it.
struct UploadForm: Sendable {
    private enum Place {
        case start
        case tokenHead
        case token
        case fileHead
        case file
        case end
    }

    private static let longestHead = 4_096
    private static let longestToken = 128
    private static let newLine: [UInt8] = [0x0D, 0x0A]
    private static let last: [UInt8] = [0x2D, 0x2D, 0x0D, 0x0A]

    /// What stands between two parts.
    private let delimiter: [UInt8]
    private var place = Place.start
    /// What came and is not yet understood; the first delimiter has no line before it.
    private var buffer = newLine

    /// What the form says of whose it is, once that part came.
    private(set) var token: String?

    init?(type: String?) {
        let parts = (type ?? "").split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "multipart/form-data" else { return nil }
        let parameter = parts[1].drop { $0 == " " }
        let boundary = parameter.dropFirst("boundary=".count)
        guard parameter.hasPrefix("boundary="), (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy(\.isOfBoundary)
        else { return nil }
        delimiter = Self.newLine + Array("--\(boundary)".utf8)
    }

    /// Whether all of it came.
    var isComplete: Bool {
        place == .end && (buffer == Self.last || buffer == Array(Self.last.prefix(2)))
    }

    /// Takes what came; gives what of it belongs to the file.
    mutating func take(_ bytes: [UInt8]) throws(DeskRefusal) -> [UInt8] {
        buffer += bytes
        var file: [UInt8] = []
        while try goOn(&file) {}
        return file
    }

    /// Goes to the next place, where enough came for it.
    private mutating func goOn(_ file: inout [UInt8]) throws(DeskRefusal) -> Bool {
        switch place {
        case .start:
            let first = delimiter + Self.newLine
            guard first.starts(with: buffer.prefix(first.count)) else { throw .form }
            guard buffer.count >= first.count else { return false }
            buffer.removeFirst(first.count)
            place = .tokenHead
        case .tokenHead:
            guard let head = try takeHead() else { return false }
            guard head == "form-data; name=\"jeton\"" else { throw .form }
            place = .token
        case .token: return try takeToken()
        case .fileHead:
            guard let head = try takeHead() else { return false }
            guard head.hasPrefix("form-data; name=\"fichier\"; filename=\""), head.hasSuffix("\"")
            else { throw .form }
            place = .file
        case .file: return takeFile(&file)
        case .end:
            guard Self.last.starts(with: buffer) else { throw .form }
            return false
        }
        return true
    }

    private mutating func takeToken() throws(DeskRefusal) -> Bool {
        guard let end = buffer.place(of: delimiter) else {
            guard buffer.count <= Self.longestToken + delimiter.count else { throw .form }
            return false
        }
        let rest = buffer[(end + delimiter.count)...]
        guard rest.count >= Self.newLine.count else { return false }
        guard rest.starts(with: Self.newLine), end <= Self.longestToken else { throw .form }
        token = String(decoding: buffer[..<end], as: UTF8.self)
        buffer = Array(rest.dropFirst(Self.newLine.count))
        place = .fileHead
        return true
    }

    private mutating func takeFile(_ file: inout [UInt8]) -> Bool {
        guard let end = buffer.place(of: delimiter) else {
            // The last bytes may be the beginning of what ends it.
            let certain = max(0, buffer.count - delimiter.count + 1)
            file += buffer[..<certain]
            buffer.removeFirst(certain)
            return false
        }
        file += buffer[..<end]
        buffer.removeFirst(end + delimiter.count)
        place = .end
        return true
    }

    /// What the lines before a part say that it is; nil where they are not all there.
    private mutating func takeHead() throws(DeskRefusal) -> String? {
        guard let end = buffer.place(of: Self.newLine + Self.newLine) else {
            guard buffer.count <= Self.longestHead else { throw .form }
            return nil
        }
        guard end <= Self.longestHead else { throw .form }
        let lines = String(decoding: buffer[..<end], as: UTF8.self).split(
            separator: "\r\n",
            omittingEmptySubsequences: false
        )
        buffer.removeFirst(end + 2 * Self.newLine.count)
        var disposition: String?
        for line in lines {
            let name = line.prefix { $0 != ":" }.lowercased()
            if name == "content-disposition", disposition == nil {
                disposition = String(line.dropFirst(name.count + 1).drop { $0 == " " })
            } else if name != "content-type" {
                throw .form
            }
        }
        guard let disposition else { throw .form }
        return disposition
    }
}

extension [UInt8] {
    /// Where others begin in these for the first time.
    fileprivate func place(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first else { return nil }
        var from = startIndex
        while let found = self[from...].firstIndex(of: first) {
            guard found + wanted.count <= endIndex else { return nil }
            if self[found...].starts(with: wanted) { return found }
            from = found + 1
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it stands between the parts of a browser's form.
    fileprivate var isOfBoundary: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
