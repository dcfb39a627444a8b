import Foundation
import Synchronization

/// Shows the link that opens the desk, and the next one each time one was used.
final class DeskLinks: Sendable {
    private let port = Mutex(0)

    func set(port number: Int) { port.withLock { $0 = number } }

    /// Prints the link; the code stands in its fragment, which no browser sends and no server logs.
    func show(code: String) {
        let address = "http://127.0.0.1:\(port.withLock { $0 })/"
        let text = "Desk: \(address)#\(code)\n      or type the code \(code) at \(address)\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
