import Foundation
import Hub
import Sealing
import Statistics
import Testing

/// Releases of tables at the hub: made at night, signed, chained, made again from what is kept.
struct HubReleaseTests {
    private let day = TemporaryHub.day
    private let key: SigningKey

    init() throws { key = try SigningKey(secret: Array(repeating: 7, count: 32)) }

    private func hub(_ persons: [Int], version: Int = 1, on day: Int? = nil) throws -> TemporaryHub
    {
        let hub = try TemporaryHub(landlords: (1...persons.count).map { "B\($0)" })
        try send(persons, to: hub, version: version, on: day ?? self.day)
        return hub
    }

    private func send(
        _ persons: [Int],
        to hub: TemporaryHub,
        version: Int,
        on day: Int,
        threshold: Int = 11
    ) throws {
        for (number, count) in persons.enumerated() {
            let code = "B\(number + 1)"
            let bytes = try DetailedHub.bytes(
                code,
                persons: count,
                version: version,
                day: day,
                threshold: threshold
            )
            let reception = try hub.receive([.init(origin: code, bytes: bytes)], day: day)
            #expect(reception == [.accepted(version: version)])
        }
    }

    @Test func `a statement with tables counts like one without`() throws {
        let hub = try hub([200, 150, 100])
        let bilan = try hub.store.bilan(programme: "phase-1", asOf: day)
        #expect(bilan.fresh.counts?[.identified] == 450)
        let plain = try TemporaryHub.bytes("B1", registered: 20, version: 2)
        #expect(
            try hub.receive([.init(origin: "B1", bytes: plain)], day: day) == [
                .accepted(version: 2)
            ]
        )
    }

    @Test func `a release shows exact sums, names its sources, and is signed`() throws {
        let hub = try hub([200, 150, 100])
        let manifest = try hub.store.release(
            "phase-1",
            cutoff: TemporaryHub.date(day),
            signedBy: key
        )
        #expect(manifest.number == 1)
        #expect(manifest.sources.map(\.landlord) == ["B1", "B2", "B3"])
        let page = try #require(try hub.store.published("phase-1"))
        #expect(page.headline[.identified] == 450)
        #expect(!page.tables.isEmpty)
        let kept = try #require(try hub.store.signedManifests(of: "phase-1").last)
        #expect(kept.manifest == manifest)
        #expect(
            key.verifyingKey.accepts(
                kept.signature,
                of: manifest.canonicalBytes,
                as: .hubRelease
            )
        )
        for (number, persons) in [200, 150, 100].enumerated() {
            let own = try DetailedHub.statement("B\(number + 1)", persons: persons)
            let check = ManifestCheck(own, in: manifest, showing: page, policy: try ReleasePolicy())
            #expect(check.isIn)
        }
        let left = try DetailedHub.statement("B9", persons: 50)
        let check = ManifestCheck(left, in: manifest, showing: page, policy: try ReleasePolicy())
        #expect(check.findings.contains(.leftOut))
    }

    @Test func `one night makes one release, and the next is chained to it`() throws {
        let hub = try hub([200, 150, 100])
        let date = try TemporaryHub.date(day)
        let first = try hub.store.release("phase-1", cutoff: date, signedBy: key)
        #expect(try hub.store.release("phase-1", cutoff: date, signedBy: key) == first)
        try send([260, 210, 160], to: hub, version: 2, on: day + 7)
        let later = try TemporaryHub.date(day + 7)
        let second = try hub.store.release("phase-1", cutoff: later, signedBy: key)
        #expect(second.follows(first))
        #expect(try hub.store.published("phase-1")?.headline[.identified] == 630)
    }

    @Test func `a policy that is set later leaves what was released, and counts from the next one`()
        throws
    {
        let hub = try hub([200, 150, 100])
        let date = try TemporaryHub.date(day)
        let first = try hub.store.release("phase-1", cutoff: date, signedBy: key)
        let page = try #require(try hub.store.published("phase-1"))
        let stricter = try ReleasePolicy(threshold: 15, days: Self.daily)
        _ = try hub.store.set(stricter, on: date, signedBy: key)
        // What is out was made under 11, and is made again so: under 15 it would not come out at all.
        #expect(try hub.store.published("phase-1") == page)
        try send([260, 210, 160], to: hub, version: 2, on: day + 1)
        let next = try TemporaryHub.date(day + 1)
        #expect(throws: ReleaseFailure.lowThreshold(code: "B1")) {
            try hub.store.release("phase-1", cutoff: next, signedBy: key)
        }
        #expect(try hub.store.published("phase-1") == page)
        try send([260, 210, 160], to: hub, version: 3, on: day + 1, threshold: 15)
        let second = try hub.store.release("phase-1", cutoff: next, signedBy: key)
        #expect(second.follows(first))
        #expect(second.policy == ContentDigest(of: stricter.canonicalBytes))
        #expect(first.policy == ContentDigest(of: try ReleasePolicy().canonicalBytes))
        let after = try #require(try hub.store.published("phase-1"))
        let moved = after.tables.filter { $0.release == 2 }
        #expect(!moved.isEmpty)
        for block in moved.flatMap({ $0.placement.blocks.values }) {
            #expect(block.counts.allSatisfy { $0 >= 15 })
        }
    }

    private static let daily = Dictionary(uniqueKeysWithValues: Axis.allCases.map { ($0, 1) })

    @Test func `what is kept makes the same release again after a restart`() throws {
        let hub = try hub([200, 150, 100])
        for (night, growth) in [0, 1, 60].enumerated() {
            let version = night + 2
            let date = day + 7 * (night + 1)
            let persons = [200 + growth, 150 + growth, 100 + growth]
            try send(persons, to: hub, version: version, on: date)
            _ = try hub.store.release(
                "phase-1",
                cutoff: TemporaryHub.date(date),
                signedBy: key
            )
        }
        let before = try #require(try hub.store.published("phase-1"))
        let manifests = try hub.store.signedManifests(of: "phase-1").map(\.manifest)
        try hub.store.close()
        let again = try HubStore.open(path: hub.path)
        defer { try? again.close() }
        #expect(try again.published("phase-1") == before)
        #expect(manifests.map(\.number) == [1, 2, 3])
        #expect(manifests.last?.headline == ContentDigest(of: before.headlineBytes))
        // One person more in each landlord moved no table.
        #expect(manifests[1].tables == manifests[0].tables)
        #expect(manifests[2].tables != manifests[1].tables)
    }

    @Test func `two landlords make no release`() throws {
        let hub = try hub([200, 150])
        #expect(throws: ReleaseFailure.tooFewLandlords(2, fewest: 3)) {
            try hub.store.release("phase-1", cutoff: TemporaryHub.date(day), signedBy: key)
        }
        #expect(try hub.store.published("phase-1") == nil)
    }
}
