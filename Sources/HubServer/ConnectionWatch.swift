import NIOCore
import NIOHTTPTypes

/// Closes a connection that is one too many, or that keeps the hub waiting.
///
/// It closes without an answer: one that nobody signed would look like another hub's.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What may still come of a body that was answered before its end.
    private static let surplus = 4 << 20
    private static let linger = TimeAmount.seconds(5)
    /// How often the rate of a body is looked at.
    private static let interval = TimeAmount.seconds(5)

    private struct Body {
        let since = NIODeadline.now()
        var bytes = 0
        /// What came after the answer.
        var late = 0
    }

    private let limits: ConnectionLimits
    private let count: ConnectionCount
    /// Where this connection is counted.
    private var address: String?
    /// The body that is coming.
    private var body: Body?
    private var heads = 0
    private var answers = 0
    private var requestTimer: Scheduled<Void>?
    private var answerTimer: Scheduled<Void>?

    init(_ limits: ConnectionLimits, _ count: ConnectionCount) {
        (self.limits, self.count) = (limits, count)
    }

    private var isAnswered: Bool { answers == heads }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        if begin(context) { context.fireChannelActive() }
    }

    @discardableResult
    private func begin(_ context: ChannelHandlerContext) -> Bool {
        guard address == nil else { return true }
        let name = context.channel.remoteAddress?.ipAddress ?? "?"
        guard count.enter(name) else {
            context.close(promise: nil)
            return false
        }
        address = name
        requestTimer = close(context, in: limits.head)
        return true
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    private func end() {
        if let address { count.leave(address) }
        address = nil
        stop(&requestTimer)
        stop(&answerTimer)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            heads += 1
            body = Body()
            stop(&requestTimer)
        case .body(let buffer):
            body?.bytes += buffer.readableBytes
            if isAnswered { body?.late += buffer.readableBytes }
        case .end:
            body = nil
            stop(&requestTimer)
        }
        guard body.map({ $0.late <= Self.surplus }) ?? true else {
            context.close(promise: nil)
            return
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if body != nil, requestTimer == nil { watchRate(context, in: limits.grace) }
        context.fireChannelReadComplete()
    }

    private func watchRate(_ context: ChannelHandlerContext, in delay: TimeAmount) {
        requestTimer = context.eventLoop.assumeIsolated().scheduleTask(in: delay) {
            guard let body = self.body else { return }
            let seconds = (NIODeadline.now() - body.since).nanoseconds / 1_000_000_000
            guard body.bytes >= self.limits.rate * Int(seconds) else {
                context.close(promise: nil)
                return
            }
            self.watchRate(context, in: Self.interval)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head:
            if answerTimer == nil { answerTimer = close(context, in: limits.answer) }
            context.write(data, promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            answers += 1
            if body != nil, isAnswered {
                stop(&requestTimer)
                requestTimer = close(context, in: Self.linger)
            }
            let written = promise ?? context.eventLoop.makePromise()
            written.futureResult.assumeIsolated().whenComplete { _ in self.stop(&self.answerTimer) }
            context.write(data, promise: written)
        }
    }

    private func close(_ context: ChannelHandlerContext, in delay: TimeAmount) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: delay) {
            context.close(promise: nil)
        }
    }

    private func stop(_ timer: inout Scheduled<Void>?) {
        timer?.cancel()
        timer = nil
    }
}
