import InventedPeople
import Statistics
import Testing

/// A release as a file, and every trick of a hub that a landlord finds in it.
struct ReleaseFileTests {
    private struct World {
        let policy: ReleasePolicy
        let nights: [(statements: [DetailedStatement], file: ReleaseFile)]

        /// As many nights of five landlords; the hub may leave one out, or go on with its first
        /// statement.
        init(
            nights count: Int = 3,
            without left: String? = nil,
            replaying replayed: String? = nil,
            seed: UInt64 = 21
        ) throws {
            policy = try InventedRegion.policy()
            var region = try InventedRegion(landlords: 5, persons: 200, seed: seed)
            var ledger = try ReleaseLedger(policy: policy)
            var signed: [ReleaseFile.SignedManifest] = []
            var nights: [(statements: [DetailedStatement], file: ReleaseFile)] = []
            for _ in 0..<count {
                let statements = try region.statements()
                let merged = statements.filter { $0.headline.landlord.code != left }.map { own in
                    nights.first?.statements.first { first in
                        let code = first.headline.landlord.code
                        return code == replayed && code == own.headline.landlord.code
                    } ?? own
                }
                _ = try ledger.release(merged, cutoff: try region.cutoff())
                let release = try #require(ledger.kept.last)
                let manifest = ReleaseManifest(
                    release,
                    of: merged,
                    policy: policy,
                    previous: signed.last?.manifest
                )
                signed.append(ReleaseFile.SignedManifest(manifest, signature: [7]))
                let file = try ReleaseFile(
                    programme: "400L",
                    policy: policy,
                    page: PublishedRelease(release),
                    manifests: signed
                )
                nights.append((statements, file))
                try region.pass()
            }
            self.nights = nights
        }

        func sent(upTo night: Int, landlord index: Int = 0) -> [DetailedStatement] {
            nights[...night].map { $0.statements[index] }
        }

        var landlord: String { nights[0].statements[0].headline.landlord.code }
    }

    private func findings(
        _ file: ReleaseFile,
        _ world: World,
        sent: [DetailedStatement],
        seen: ReleaseCheck.Seen? = nil
    ) -> Set<ReleaseCheck.Finding> {
        let check = ReleaseCheck(file, of: world.landlord, sent: sent, seen: seen) { $1 == [7] }
        return check.findings.filter { !$0.isRemark }
    }

    private func seen(_ file: ReleaseFile, after count: Int) throws -> ReleaseCheck.Seen {
        let manifest = file.manifests[count - 1].manifest
        return ReleaseCheck.Seen(number: manifest.number, digest: manifest.digest)
    }

    @Test func `a file comes back as it was, and nothing looser is read`() throws {
        let file = try World(nights: 2).nights[1].file
        let bytes = file.canonicalBytes
        #expect(try ReleaseFile(bytes: bytes) == file)
        #expect(throws: ManifestFailure.notCanonical) { try ReleaseFile(bytes: bytes + [0x20]) }
        let text = String(decoding: bytes, as: UTF8.self)
        for (found, other) in [
            (#""signature":"07""#, #""signature":"7""#), (#""depth":0"#, #""depth":"0""#),
            (#""positions""#, #""places""#), (#""blocks":{"#, #""blocks":{"x/":[1],"#),
            (#""groups":["persons"]"#, #""groups":["people"]"#),
        ] {
            let parts = text.split(separator: found, maxSplits: 1)
            guard parts.count == 2 else { continue }
            let changed = Array(parts.joined(separator: other).utf8)
            #expect(throws: ManifestFailure.notCanonical) { try ReleaseFile(bytes: changed) }
        }
        #expect(throws: ManifestFailure.noManifest) {
            try ReleaseFile(
                programme: "400L",
                policy: file.policy,
                page: file.page,
                manifests: []
            )
        }
    }

    @Test func `each landlord finds its statement in each release, night after night`() throws {
        let world = try World()
        var last: ReleaseCheck.Seen?
        for (night, entry) in world.nights.enumerated() {
            let check = ReleaseCheck(
                entry.file,
                of: world.landlord,
                sent: world.sent(upTo: night),
                seen: last
            ) { $1 == [7] }
            #expect(check.isSound, "\(check.findings)")
            last = check.seen
        }
        #expect(last?.number == 3)
    }

    @Test func `a hub that leaves a landlord out is caught`() throws {
        let world = try World(without: "B1")
        try #require(world.landlord == "B1")
        let file = world.nights[1].file
        #expect(findings(file, world, sent: world.sent(upTo: 1)) == [.statement(.leftOut)])
        // Who sent nothing before is not left out.
        #expect(findings(file, world, sent: []) == [])
    }

    @Test func `a hub that merges another content, or an old version, is caught`() throws {
        let (world, other) = (try World(), try World(seed: 22))
        let altered = findings(
            other.nights[1].file,
            world,
            sent: world.sent(upTo: 1)
        )
        #expect(altered.contains(.statement(.otherContent)))
        let replayed = findings(world.nights[0].file, world, sent: world.sent(upTo: 2))
        #expect(replayed == [])
        let later = try World(nights: 1)
        #expect(
            findings(later.nights[0].file, world, sent: []) == [.notSentHere(version: 1)]
        )
    }

    @Test func `a hub that goes on with an old statement is caught`() throws {
        let world = try World(replaying: "B1")
        let sent = world.sent(upTo: 2)
        let found = findings(world.nights[2].file, world, sent: sent)
        #expect(found == [.laterWasSent(version: sent[1].headline.version)])
        // What was sent on the release's own day may have come after the night.
        #expect(findings(world.nights[2].file, world, sent: [sent[0], sent[2]]) == [])
    }

    @Test func `what is shown and is not what was signed is caught`() throws {
        let world = try World()
        let file = world.nights[1].file
        var page = file.page
        let gone = page.tables.removeLast().code
        page.headline = .zero
        let altered = try ReleaseFile(
            programme: "400L",
            policy: file.policy,
            page: page,
            manifests: file.manifests
        )
        let found = findings(altered, world, sent: world.sent(upTo: 1))
        #expect(found == [.statement(.headline), .statement(.tableAltered(gone))])
    }

    @Test func `a hub that rewrites, hides or replays its history is caught`() throws {
        let (world, other) = (try World(), try World(seed: 22))
        let sent = world.sent(upTo: 2)
        let file = world.nights[2].file
        #expect(findings(file, world, sent: sent, seen: try seen(file, after: 2)) == [])
        let fork = try seen(other.nights[1].file, after: 2)
        #expect(findings(file, world, sent: sent, seen: fork) == [.forked(release: 2)])
        let older = world.nights[1].file
        #expect(
            findings(older, world, sent: sent, seen: try seen(file, after: 3))
                == [.olderThanSeen(release: 2)]
        )
        func cut(_ manifests: [ReleaseFile.SignedManifest]) throws -> ReleaseFile {
            try ReleaseFile(
                programme: "400L",
                policy: file.policy,
                page: file.page,
                manifests: manifests
            )
        }
        let last = try cut([file.manifests[2]])
        let gap = ReleaseCheck(
            last,
            of: world.landlord,
            sent: sent,
            seen: try seen(file, after: 1)
        ) { $1 == [7] }
        #expect(gap.findings.contains(.gap(after: 1)) && gap.isSound)
        #expect(findings(last, world, sent: sent, seen: fork) == [.forked(release: 2)])
        let broken = try cut([other.nights[1].file.manifests[1], file.manifests[2]])
        #expect(findings(broken, world, sent: sent) == [.chainBroken(release: 3)])
    }

    @Test func `a manifest that another hub signed is not remembered`() throws {
        let world = try World(nights: 1)
        let check = ReleaseCheck(
            world.nights[0].file,
            of: world.landlord,
            sent: world.sent(upTo: 0),
            seen: nil
        ) { _, _ in false }
        #expect(check.findings.contains(.signature(release: 1)))
        #expect(check.seen == nil && !check.isSound)
    }
}
