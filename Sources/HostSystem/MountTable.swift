/// Which file system holds which folder, as proc(5) tells it in « mountinfo ».
package struct MountTable: Sendable {
    private let mounts: [(point: String, type: String)]

    package init(_ text: String) {
        mounts = text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let separator = words.firstIndex(of: "-"), separator + 1 < words.count,
                words.count > 4
            else { return nil }
            return (Self.unescaped(words[4]), String(words[separator + 1]))
        }
    }

    /// The type of the file system that holds an absolute path; the longest mount point counts, and
    /// of equals the last, which covers the others.
    package func fileSystem(of path: String) -> String? {
        mounts.enumerated()
            .filter { _, mount in
                mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
            }
            .max {
                ($0.element.point.utf8.count, $0.offset) < ($1.element.point.utf8.count, $1.offset)
            }?
            .element.type
    }

    /// The kernel writes a space in a path as a backslash and three octal digits.
    private static func unescaped(_ word: Substring) -> String {
        var result = ""
        var rest = word
        while let character = rest.popFirst() {
            if character == "\\", let scalar = UInt8(rest.prefix(3), radix: 8), rest.count >= 3 {
                result.unicodeScalars.append(Unicode.Scalar(scalar))
                rest = rest.dropFirst(3)
            } else {
                result.append(character)
            }
        }
        return result
    }
}
