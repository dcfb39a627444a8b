import Synchronization

/// The import that each session is at.
final class ImportShelf: Sendable {
    private let imports = Mutex<[SessionToken: PendingImport]>([:])

    /// What is kept for a session; its file goes with it.
    subscript(token: SessionToken) -> PendingImport? {
        get { imports.withLock { $0[token] } }
        set { imports.withLock { $0[token] = newValue } }
    }
}
