import ServiceLifecycle

/// Locks the keys that nobody used for a while, and all of them at the end.
struct IdleLock: Service {
    private static let interval = Duration.seconds(15)

    let site: DeskSite

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.interval)
                site.lockIfIdle()
            }
        }
        try site.close()
    }
}
