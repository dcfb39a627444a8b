/// The right to write to a store, held by one process at a time.
public protocol StoreLock: AnyObject, Sendable {
    /// Lets another process have it; again, it does nothing.
    func release()
}
