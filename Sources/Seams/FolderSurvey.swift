/// What one look through a folder found.
public struct FolderSurvey: Hashable, Sendable {
    /// The names of the regular files, the first ones in their order.
    public var names: [String]
    /// The names of what is no regular file: links, pipes, sockets, devices, folders.
    public var irregular: [String]
    /// How many names cannot be written as text, and so cannot be opened by it.
    public var unreadable: Int
    /// Whether the folder holds more than is told here.
    public var isPartial: Bool

    /// Creates what was found.
    public init(
        names: [String],
        irregular: [String] = [],
        unreadable: Int = 0,
        isPartial: Bool = false
    ) {
        self.names = names
        self.irregular = irregular
        self.unreadable = unreadable
        self.isPartial = isPartial
    }
}
