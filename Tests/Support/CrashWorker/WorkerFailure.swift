/// Why the worker itself, not the store, cannot go on.
enum WorkerFailure: Error {
    /// The arguments say nothing that it does.
    case usage
    /// A line could not be handed to the harness: what it says was then never acknowledged.
    case unheard
    /// The invented landlord has no name.
    case noPartition
    /// SQLite refused one of the harness's own pragmas.
    case pragma(String)
}
