import ArgumentParser
import Foundation
import HostSystem
import Hub
import HubPages
import HubServer
import HubStorage
import Logging
import Sealing
import ServiceLifecycle
import UnixSignals

/// The hub as a server, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Relay the landlords' sealed bundles over HTTP."
    )

    @OptionGroup var options: HubOptions

    @Option(help: "Where to listen, as HOST:PORT.")
    var listen = "127.0.0.1:8080"

    @Option(help: "The certificate chain, as a PEM file.")
    var tlsCertificate: String?

    @Option(help: "The private key of the certificate, as a PEM file.")
    var tlsKey: String?

    @Flag(help: "A proxy on this machine speaks TLS, and says who asks in X-Forwarded-For.")
    var behindProxy = false

    @Option(help: "How many connections there may be at once.")
    var mostConnections = 16_384

    @Option(help: "How many of them one address may have; a proxy is not counted.")
    var mostConnectionsOfAddress = 256

    func validate() throws {
        guard mostConnections > 0, mostConnectionsOfAddress > 0 else {
            throw ValidationError("a hub has at least one connection")
        }
    }

    func run() async throws {
        let listener = try listener()
        try await HubTerminal.serving {
            let folder = try HubFolder(at: try options.folder, SystemEntropy(), HostVolume())
            let desk = try HubDesk(folder, SystemClock(), SystemEntropy())
            var logger = Logger(label: "passerelle-hub")
            logger.logLevel = .info
            logger.info("start", metadata: ["key": "\(desk.publicKeyText)"])
            let office = HubOffice(folder, .host)
            let pages = try pages(over: try await office.store(), folder, listener)
            let group = ServiceGroup(
                services: try [listener.service(desk, logger, pages: pages)]
                    + control(of: folder, office, logger),
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
            try await group.run()
            try await office.close()
            try folder.close()
        }
    }

    /// The union's pages, over the store that the office writes.
    private func pages(
        over store: HubStore,
        _ folder: HubFolder,
        _ listener: HubListener
    ) throws -> UnionSite {
        try UnionSite(
            store,
            keys: { (try? folder.keys().map(\.verifyingKey)) ?? [] },
            SystemClock(),
            SystemEntropy(),
            isSealed: listener.isSealed,
            printer: { page, day in
                try await PagePrinter.aside { try PagePrinter().print(page, dated: day) }
            }
        )
    }

    /// The operator's door; a data folder with a very long path has none.
    private func control(
        of folder: HubFolder,
        _ office: HubOffice,
        _ logger: Logger
    ) throws -> [any Service] {
        guard let control = HubControl(in: folder.path) else {
            logger.warning("no control socket: the path of the data folder is too long")
            return []
        }
        let door = try control.service(logger) { order in
            let order = try JSONDecoder().decode(HubOrder.self, from: Data(order))
            return Array(try JSONEncoder().encode(await office.carryOut(order)))
        }
        return [door]
    }

    private func listener() throws -> HubListener {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[colon...].dropFirst()),
            (0...65_535).contains(port)
        else { throw ValidationError("--listen takes HOST:PORT") }
        let host = listen[..<colon].filter { $0 != "[" && $0 != "]" }
        return HubListener(host: host, port: port, road: try road(of: host), limits)
    }

    /// The limits that were asked for, as far as the system lets so many files be open.
    private var limits: ConnectionLimits {
        let most = OpenFiles.raiseLimit() - Self.spareFiles
        return ConnectionLimits(
            connections: max(1, min(mostConnections, most)),
            perAddress: mostConnectionsOfAddress
        )
    }

    /// What the stores, the uploads and the bodies on their way may have open.
    private static let spareFiles = 512

    private func road(of host: String) throws -> HubListener.Road {
        switch (tlsCertificate, tlsKey, behindProxy) {
        case (let certificate?, let key?, false): return .sealed(certificate: certificate, key: key)
        case (nil, nil, true): return .behindProxy
        case (nil, nil, false) where ["127.0.0.1", "::1", "localhost"].contains(host):
            return .loopback
        default:
            throw ValidationError(
                "give --tls-certificate and --tls-key, or --behind-proxy; without them the hub "
                    + "listens on 127.0.0.1 only"
            )
        }
    }
}
