import GRDB
import Statistics

/// The hub's one file: which landlords are expected, and every statement that was accepted.
///
/// One connection, one writer. A call returns only when what it wrote would survive a power cut.
package final class HubStore: Sendable {
    package static let fileName = "hub.sqlite"

    package let queue: DatabaseQueue

    init(queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Closes the file; the store cannot be used afterwards.
    package func close() throws {
        try queue.close()
    }
}
