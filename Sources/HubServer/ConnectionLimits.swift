import NIOCore

/// How many connections there may be, and how long one may keep the hub waiting; see Docs/hub.md.
package struct ConnectionLimits: Sendable {
    /// So many at once.
    let connections: Int
    /// So many of them from one address; nil where a proxy stands before all.
    var perAddress: Int?
    /// A connection's first head is whole within this time, its handshake included.
    let head: TimeAmount
    /// A body comes at this rate, in bytes a second since its head, once the grace is over.
    let rate: Int
    let grace: TimeAmount
    /// An answer is taken within this time.
    let answer: TimeAmount
    /// A connection between two requests is kept so long.
    let idle: TimeAmount

    package init(
        connections: Int = 16_384,
        perAddress: Int? = 256,
        head: TimeAmount = .seconds(10),
        rate: Int = 4_096,
        grace: TimeAmount = .seconds(30),
        answer: TimeAmount = .seconds(300),
        idle: TimeAmount = .seconds(60)
    ) {
        (self.connections, self.perAddress) = (connections, perAddress)
        (self.head, self.rate, self.grace) = (head, rate, grace)
        (self.answer, self.idle) = (answer, idle)
    }
}
