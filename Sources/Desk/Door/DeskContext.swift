import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries beside a request: the port that it came from.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: Int

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.port ?? 0
    }
}
