extension Disk {
    /// What a folder holds in which nothing but regular files with plain names can lie.
    public func survey(
        limit: Int,
        where isWanted: (String) -> Bool
    ) throws(DiskFailure) -> FolderSurvey {
        let names = try list(limit: .max).filter(isWanted).sorted()
        return FolderSurvey(names: Array(names.prefix(limit)), isPartial: names.count > limit)
    }
}
