import GRDB
import Statistics
import Synchronization

/// The hub's one file: which landlords are expected, and every statement that was accepted.
///
/// One connection, one writer. A call returns only when what it wrote would survive a power cut.
package final class HubStore: Sendable {
    package static let fileName = "hub.sqlite"

    package let queue: DatabaseQueue

    /// One more with every write that changes a figure.
    private let changes = Mutex(0)

    init(queue: DatabaseQueue) {
        self.queue = queue
    }

    /// A number that changes with the figures: in this process, which alone writes them.
    package var generation: Int { changes.withLock { $0 } }

    func noteChange() { changes.withLock { $0 += 1 } }

    /// Closes the file; the store cannot be used afterwards.
    package func close() throws {
        try queue.close()
    }
}
