/// Says which file is meant without its name, unless the name is of a form that we give ourselves: what
/// people call a file may tell on somebody.
struct NameCover {
    private var count = 0

    mutating func cover(_ name: String) -> String {
        count += 1
        return Self.isOurs(name) ? name : "file \(count)"
    }

    /// « B4-1a2b3c4d-00000042.passerelle », « B4-releve-12-1a2b3c4d.passerelle », « 1a2b3c4d.members ».
    private static func isOurs(_ name: String) -> Bool {
        let stem = name.split(separator: ".")
        guard stem.count == 2, ["passerelle", "members"].contains(stem[1]) else { return false }
        let parts = stem[0].split(separator: "-")
        let isCode = parts.first.map { $0.count <= 4 || $0.allSatisfy(\.isHexDigit) } ?? false
        return isCode && parts.count <= 5
            && parts.dropFirst().allSatisfy { part in
                part == "releve" || part == "hub" || part.allSatisfy(\.isHexDigit)
            }
    }
}
