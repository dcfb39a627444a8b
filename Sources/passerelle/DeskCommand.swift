import ArgumentParser
import Custody
import Desk
import Foundation
import HostSystem
import Logging
import ReplicaStore
import Seams
import ServiceLifecycle
import Tenancy
import UnixSignals

/// The agent's desk in a browser of this machine, until it is told to stop.
struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Serve the agent's desk to a browser on this laptop, without a network.",
        discussion:
            "Prints a link and a code that open it once; the passphrase of the device's keys "
            + "unlocks it. It answers to the user who started it, on 127.0.0.1 only."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "The port on 127.0.0.1; 0 lets the system choose.")
    var port = 0

    @Option(help: "Lock after so many minutes without a page.")
    var lockAfter = 10

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("a port is a number from 0 to 65535")
        }
        guard (1...480).contains(lockAfter) else {
            throw ValidationError("lock after 1 to 480 minutes")
        }
    }

    func run() async throws {
        let folder = try options.folder
        let store = try Terminal.catching {
            guard DeviceCustody.exists(in: folder, .host) else { throw DeviceCustody.notEnrolled }
            return try options.open()
        }
        defer { try? store.replica.close() }
        let links = DeskLinks()
        let world = DeskWorld(
            .host,
            disk: { HostFolder($0) },
            hub: { try DeskHub(beside: folder).exchange($0, $1, $2, at: $3, key: $4) },
            spool: { try HostSpool(in: $0) },
            lockingAfter: UInt64(lockAfter) * 60_000,
            onCode: { links.show(code: $0) }
        )
        let site = try DeskSite(store, world)
        // Nothing that is asked of the desk is logged: addresses and names stay out of journals.
        let logger = Logger(label: "passerelle-desk", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = DeskServer(site, logger) { LoopbackPeer.isOurs(port: $0, server: $1) }
        let group = ServiceGroup(
            services: [
                server.service(port: port) { bound in
                    links.set(port: bound)
                    site.announce()
                }
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        do {
            try await group.run()
        } catch {
            Terminal.complain("the port \(port) cannot be used: choose another, or 0 [port]")
            throw ExitCode.busy
        }
    }
}
