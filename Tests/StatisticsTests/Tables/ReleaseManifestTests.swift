import InventedPeople
import Statistics
import Testing

/// What a landlord can check, and a hub that leaves out, replays, alters or forks.
struct ReleaseManifestTests {
    private struct Night {
        let statements: [DetailedStatement]
        let release: Release
        let manifest: ReleaseManifest
    }

    private static let policy = try? InventedRegion.policy()

    private static func nights() throws -> [Night] {
        let policy = try #require(policy)
        var region = try InventedRegion(landlords: 5, persons: 200, seed: 21)
        var ledger = try ReleaseLedger(policy: policy)
        var nights: [Night] = []
        for _ in 0..<2 {
            let statements = try region.statements()
            _ = try ledger.release(statements, cutoff: try region.cutoff())
            let release = try #require(ledger.kept.last)
            let manifest = ReleaseManifest(
                release,
                of: statements,
                policy: policy,
                previous: nights.last?.manifest
            )
            nights.append(Night(statements: statements, release: release, manifest: manifest))
            try region.pass()
        }
        return nights
    }

    private func check(
        _ own: DetailedStatement,
        _ night: Night,
        showing page: PublishedRelease? = nil,
        after previous: ReleaseManifest? = nil
    ) throws -> ManifestCheck {
        ManifestCheck(
            own,
            in: night.manifest,
            showing: page ?? PublishedRelease(night.release),
            after: previous,
            policy: try #require(Self.policy)
        )
    }

    @Test func `each landlord finds its statement in each release`() throws {
        let nights = try Self.nights()
        for night in nights {
            for statement in night.statements {
                #expect(try check(statement, night).findings == [])
            }
        }
        let own = nights[1].statements[0]
        #expect(try check(own, nights[1], after: nights[0].manifest).isIn)
    }

    @Test func `a manifest comes back, and anything else is refused`() throws {
        let manifest = try Self.nights()[1].manifest
        #expect(try ReleaseManifest(bytes: manifest.canonicalBytes) == manifest)
        #expect(throws: ManifestFailure.notCanonical) {
            try ReleaseManifest(bytes: manifest.canonicalBytes + [0x20])
        }
        let text = String(decoding: manifest.canonicalBytes, as: UTF8.self)
        let later = text.split(separator: #""schema":1"#).joined(separator: #""schema":2"#)
        #expect(throws: ManifestFailure.unknownSchema(2)) {
            try ReleaseManifest(bytes: Array(later.utf8))
        }
    }

    @Test func `a hub that left a landlord out is caught`() throws {
        let night = try Self.nights()[0]
        var ledger = try ReleaseLedger(policy: try #require(Self.policy))
        let others = Array(night.statements.dropFirst())
        _ = try ledger.release(others, cutoff: night.release.cutoff)
        let release = try #require(ledger.kept.last)
        let manifest = ReleaseManifest(
            release,
            of: others,
            policy: try #require(Self.policy),
            previous: nil
        )
        let without = Night(statements: others, release: release, manifest: manifest)
        #expect(try check(night.statements[0], without).findings.contains(.leftOut))
    }

    @Test func `a replayed statement is caught by its version, an altered one by its hash`() throws
    {
        let nights = try Self.nights()
        let replayed = try check(nights[1].statements[0], nights[0])
        #expect(replayed.findings.contains(.otherVersion(1)))
        let altered = try InventedRegion(landlords: 5, persons: 210, seed: 22).statements()[0]
        #expect(try check(altered, nights[0]).findings.contains(.otherContent))
        #expect(!replayed.isIn)
    }

    @Test func `a table or a headline that was altered, or a broken chain, is caught`() throws {
        let nights = try Self.nights()
        let own = nights[0].statements[0]
        var fewer = PublishedRelease(nights[0].release)
        let gone = fewer.tables.removeFirst().code
        #expect(try check(own, nights[0], showing: fewer).findings == [.tableAltered(gone)])
        var other = PublishedRelease(nights[0].release)
        other.headline = .zero
        other.volumes = [.positions: Placement()]
        #expect(try check(own, nights[0], showing: other).findings == [.headline, .volumes])
        let forked = try check(nights[1].statements[0], nights[1], after: nights[1].manifest)
        #expect(forked.findings.contains(.chainBroken))
    }
}
