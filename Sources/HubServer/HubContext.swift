import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries beside a request: the address that it came from.
struct HubContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "?"
    }
}
