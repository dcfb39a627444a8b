import Seams

/// A folder where bundles lie: a share, the drop folder of the hub, a USB key.
///
/// It is `@unchecked Sendable` because a world runs on one thread.
package final class SimulatedFolder: @unchecked Sendable {
    package var files: [String: [UInt8]] = [:]

    /// What somebody knows at least who has read all that lies there.
    var holds = WriteSet()

    package init() {}

    package var names: [String] { files.keys.sorted() }
}
