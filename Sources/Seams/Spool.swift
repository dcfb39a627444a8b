/// A file without a name: it goes with the last word about it, or with the process.
package protocol Spool: AnyObject, Sendable {
    /// How many bytes it holds.
    var count: Int { get }

    /// Adds bytes at its end.
    func append(_ bytes: [UInt8]) throws(DiskFailure)

    /// The bytes from `offset`, at most `count` of them; fewer at its end.
    func read(from offset: Int, count: Int) throws(DiskFailure) -> [UInt8]
}

extension Spool {
    /// All of it.
    package func bytes() throws(DiskFailure) -> [UInt8] { try read(from: 0, count: count) }
}
