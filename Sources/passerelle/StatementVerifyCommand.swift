import ArgumentParser
import Custody
import Foundation
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Statistics
import Tenancy

/// Whether a release holds what this landlord sent, and nothing was rewritten.
struct StatementVerifyCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look for this landlord's statement in a release that the hub published.",
        discussion: """
            The file is the one that `passerelle-hub release` writes, and that the union's pages give. \
            It is checked against the hub's key, against what this device sent, and against the last \
            release that was looked at here. Exit code 3: something is not as it should be.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The release as a file.")
    var release: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let file = try read()
        guard let hub = try custody.log().roster.hub else {
            throw CustodyError(.membership, "no hub is known here: synchronise with it first")
        }
        let seen = try custody.seenRelease(of: file.programme)
        let check = ReleaseCheck(
            file,
            of: store.replica.partition.code,
            sent: try custody.sentStatements(of: file.programme).map {
                try DetailedStatement(bytes: $0)
            },
            seen: seen.flatMap { seen in
                ContentDigest(text: seen.digest).map { .init(number: seen.number, digest: $0) }
            }
        ) { manifest, signature in
            hub.accepts(signature, of: manifest, as: .hubRelease)
        }
        if let seen = check.seen {
            try custody.noteSeen(file.programme, number: seen.number, digest: seen.digest.text)
        }
        return Answer(check, file)
    }

    private func read() throws -> ReleaseFile {
        let url = URL(filePath: release)
        let disk = HostFolder(url.deletingLastPathComponent().path(percentEncoded: false))
        let size = try disk.size(of: url.lastPathComponent)
        guard size <= ReleaseFile.largestSize else { throw ManifestFailure.tooLarge(bytes: size) }
        return try ReleaseFile(bytes: disk.read(url.lastPathComponent, from: 0, count: size))
    }

    struct Answer: Report {
        let programme: String
        let release: Int
        let cutoff: String
        let isSound: Bool
        let findings: [String]

        init(_ check: ReleaseCheck, _ file: ReleaseFile) {
            programme = file.programme
            let last = file.manifests.last?.manifest
            release = last?.number ?? 0
            cutoff = last?.cutoff.isoText ?? ""
            isSound = check.isSound
            findings = check.findings.map(\.description).sorted()
        }

        var needsAttention: Bool { !isSound }

        var text: String {
            let verdict =
                isSound
                ? "Release \(release) of \(programme), \(cutoff): what this landlord sent is in it, as "
                    + "it was sent."
                : "Release \(release) of \(programme), \(cutoff), is not as it should be:"
            return ([verdict] + findings.map { "- " + $0 }).joined(separator: "\n")
        }
    }
}
