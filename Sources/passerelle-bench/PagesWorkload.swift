import AsyncHTTPClient
import Foundation
import HostSystem
import Hub
import HubPages
import HubServer
import HubStorage
import NIOCore
import NIOHTTP1
import Sealing
import Statistics

/// The p99 of what a reader of the union's pages waits for a page, 50 of them reading.
///
/// The region has 56 landlords of 1,800 counted persons each, with a release of its tables. The readers
/// run on the same cores, and every view is noted durably before it is shown.
struct PagesWorkload: Workload {
    private static let landlords = 56
    private static let persons = 1_800
    private static let readers = 50
    private static let pages = 20
    /// Between two pages of one reader who takes the time to look at them.
    private static let pause = Duration.milliseconds(500)
    /// The last day of 2026, of whose months the invented persons are.
    private static let day = 20_818
    private static let paths = [
        "/", "/bailleurs", "/entonnoir", "/tableaux", "/tableaux?tableau=territory-funnel-1",
        "/carte",
        "/chiffres/taux-show_up",
    ]

    private let bench: Bench
    private let pause: Duration
    private let statements: [DetailedStatement]
    private let cutoff: UTCDay

    /// `isHurried` where each reader asks again at once.
    init(_ bench: Bench, isHurried: Bool) throws {
        self.bench = bench
        pause = isHurried ? .zero : Self.pause
        guard let cutoff = UTCDay(number: Self.day) else {
            throw BenchFailure.wrongWork("no such day")
        }
        self.cutoff = cutoff
        statements = try (1...Self.landlords).map { number in
            var landlord = try InventedCounting(number: number, seed: 7)
            try landlord.add(Self.persons)
            return try landlord.statement(day: cutoff, version: 1)
        }
    }

    func sample(round: Int) throws -> Sample {
        try bench.folder.inside { path in
            let folder = try HubFolder(at: path, SystemEntropy(), HostVolume())
            defer { try? folder.close() }
            let store = try filled(at: path + "/" + HubStore.fileName, folder)
            defer { try? store.close() }
            let (token, pause) = (try reader(of: store), pause)
            let site = try UnionSite(
                store,
                keys: { (try? folder.keys().map(\.verifyingKey)) ?? [] },
                SystemClock(),
                SystemEntropy(),
                isSealed: false,
                printer: { page, _ in page }
            )
            let rates = HubRates(device: 1e6, landlord: 1e6, address: 1e6)
            let times = try Waiting.of {
                let hub = try await LoopbackHub(
                    folder,
                    SystemClock(),
                    SystemEntropy(),
                    rates,
                    pages: site
                )
                let times = try await Self.read(hub.url, token, every: pause)
                try await hub.stop()
                return times
            }
            return Sample(plain: nil, engine: times.sorted()[times.count * 99 / 100])
        }
    }

    private func filled(at path: String, _ folder: HubFolder) throws -> HubStore {
        let store = try HubStore.create(path: path)
        guard let start = UTCDay(number: Self.day - 364) else {
            throw BenchFailure.wrongWork("no such day")
        }
        try store.declare(
            programme: Programme(
                code: "phase-2",
                name: "Programme inventé",
                objective: 400,
                start: start,
                end: cutoff
            ),
            landlords: statements.map(\.headline.landlord)
        )
        for statement in statements {
            let reception = try store.receive(
                statementBytes: statement.canonicalBytes,
                origin: "bench",
                receivedDay: Self.day
            )
            guard case .accepted = reception else {
                throw BenchFailure.wrongWork("a statement was not taken")
            }
        }
        _ = try store.release("phase-2", cutoff: cutoff, signedBy: try folder.key())
        return store
    }

    private func reader(of store: HubStore) throws -> SessionToken {
        let cost = try KeyDerivation(log2Rounds: 15, parallelism: 1)
        let hash = try PasswordHash(of: "une phrase inventée", SystemEntropy(), cost: cost)
        try store.add(Account(name: "lectrice", role: .viewer), hash)
        let token = SessionToken(SystemEntropy())
        try store.begin(token, of: "lectrice", at: SystemClock().now())
        return token
    }

    /// The milliseconds of each page that each reader asked for, one after the other.
    private static func read(
        _ url: String,
        _ token: SessionToken,
        every pause: Duration
    ) async throws -> [Double] {
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        // What is kept in memory is written once before anybody waits for it.
        for path in paths { _ = try await page(url + path, token, client) }
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for reader in 0..<readers {
                group.addTask {
                    var times: [Double] = []
                    try await Task.sleep(for: pause * reader / readers)
                    for number in 0..<pages {
                        let path = paths[(reader + number) % paths.count]
                        times.append(try await page(url + path, token, client))
                        if pause > .zero { try await Task.sleep(for: pause) }
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        try await client.shutdown()
        return times
    }

    private static func page(
        _ url: String,
        _ token: SessionToken,
        _ client: HTTPClient
    ) async throws -> Double {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "cookie", value: "passerelle=\(token.text)")
        let clock = ContinuousClock()
        let begin = clock.now
        let answer = try await client.execute(request, timeout: .seconds(30))
        let body = try await answer.body.collect(upTo: 8 << 20)
        let time = (clock.now - begin) / .milliseconds(1)
        guard answer.status == .ok, body.readableBytes > 1_000 else {
            throw BenchFailure.wrongWork("a page was answered with \(answer.status.code)")
        }
        return time
    }
}
