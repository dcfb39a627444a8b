import Glibc
import Seams

extension HostFolder {
    /// The most entries that are looked at, whatever they are: some seconds' work.
    private static let mostEntries = 1_000_000

    package func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey {
        guard let folder = opendir(path) else { throw DiskFailure(errno, "opendir", path) }
        defer { closedir(folder) }
        var names = LowestNames(limit: limit)
        var irregular = LowestNames(limit: limit)
        var unreadable = 0
        var isWhole = false
        for _ in 0..<Self.mostEntries {
            guard let entry = try next(in: folder) else {
                isWhole = true
                break
            }
            let bytes = Self.name(of: entry)
            guard isWanted(String(decoding: bytes, as: UTF8.self)) else { continue }
            guard let name = String(validating: bytes, as: UTF8.self) else {
                unreadable += 1
                continue
            }
            switch isRegular(entry, name) {
            case true?: names.insert(name)
            case false?: irregular.insert(name)
            case nil: break
            }
        }
        return FolderSurvey(
            names: names.sorted(),
            irregular: irregular.sorted(),
            unreadable: unreadable,
            isPartial: !isWhole || names.hasDropped || irregular.hasDropped
        )
    }

    /// The next entry but the folder itself and the one above; nil at the end.
    private func next(
        in folder: OpaquePointer
    ) throws(DiskFailure) -> UnsafeMutablePointer<dirent>? {
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else { throw DiskFailure(errno, "readdir", path) }
                return nil
            }
            if Self.name(of: entry) != [0x2E], Self.name(of: entry) != [0x2E, 0x2E] {
                return entry
            }
        }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    }

    /// Whether an entry is a regular file; nil where it is gone.
    ///
    /// Not every file system tells it with the name.
    private func isRegular(_ entry: UnsafeMutablePointer<dirent>, _ name: String) -> Bool? {
        let kind = Int(entry.pointee.d_type)
        if kind != Int(DT_UNKNOWN) { return kind == Int(DT_REG) }
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 ? isRegular(status) : nil
    }
}
