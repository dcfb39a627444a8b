import ServiceLifecycle

/// Clears the uploads that were left, at the start and once a day.
struct UploadSweep: Service {
    let desk: HubDesk

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                desk.clearUploads()
                try? await Task.sleep(for: .seconds(86_400))
            }
        }
    }
}
