/// What a landlord finds in a release that a hub gave it: its signature, its history, its content.
package struct ReleaseCheck: Sendable, Equatable {
    /// The last release of the programme that this landlord has looked at.
    package struct Seen: Sendable, Equatable {
        package let number: Int
        package let digest: ContentDigest

        package init(number: Int, digest: ContentDigest) {
            self.number = number
            self.digest = digest
        }
    }

    /// One thing that is not as it should be, or that the landlord should know.
    package enum Finding: Sendable, Hashable {
        /// A manifest that the known hub did not sign.
        case signature(release: Int)
        /// Two manifests of the file do not follow each other.
        case chainBroken(release: Int)
        /// The release was looked at before and was another one then.
        case forked(release: Int)
        /// A later one was looked at before.
        case olderThanSeen(release: Int)
        /// Nothing joins the file to the last release that was looked at.
        case gap(after: Int)
        /// The statement that went in was not sent from this device: its content cannot be compared.
        case notSentHere(version: Int)
        /// A later statement was sent before the release and did not go in.
        case laterWasSent(version: Int)
        case statement(ManifestCheck.Finding)
    }

    package let findings: Set<Finding>
    /// What to remember of it; nil where it is not to be believed.
    package let seen: Seen?

    /// Whether the release holds the landlord's statement as it was sent.
    package var isSound: Bool { findings.allSatisfy(\.isRemark) }

    /// Looks at a release, with what the landlord sent for the programme from this device.
    ///
    /// `isSigned` says whether the known hub signed a manifest's bytes.
    package init(
        _ file: ReleaseFile,
        of landlord: String,
        sent: [DetailedStatement],
        seen: Seen?,
        isSigned: (_ manifest: [UInt8], _ signature: [UInt8]) -> Bool
    ) {
        var findings = Self.history(file, seen, isSigned)
        if let last = file.manifests.last?.manifest {
            findings.formUnion(Self.content(file, last, landlord, sent))
        }
        self.findings = findings
        let isBelieved = findings.allSatisfy { finding in
            switch finding {
            case .signature, .chainBroken, .forked, .olderThanSeen: false
            default: true
            }
        }
        self.seen =
            isBelieved
            ? file.manifests.last.map {
                Seen(number: $0.manifest.number, digest: $0.manifest.digest)
            }
            : nil
    }

    private static func history(
        _ file: ReleaseFile,
        _ seen: Seen?,
        _ isSigned: ([UInt8], [UInt8]) -> Bool
    ) -> Set<Finding> {
        var findings: Set<Finding> = []
        // The last one vouches for those before it by their hashes.
        if let last = file.manifests.last,
            !isSigned(last.manifest.canonicalBytes, last.signature)
        {
            findings.insert(.signature(release: last.manifest.number))
        }
        for (earlier, later) in zip(file.manifests, file.manifests.dropFirst())
        where !later.manifest.follows(earlier.manifest) {
            findings.insert(.chainBroken(release: later.manifest.number))
        }
        guard let seen, let first = file.manifests.first?.manifest,
            let last = file.manifests.last?.manifest
        else { return findings }
        if let same = file.manifests.first(where: { $0.manifest.number == seen.number }) {
            if same.manifest.digest != seen.digest {
                findings.insert(.forked(release: seen.number))
            }
        } else if last.number < seen.number {
            findings.insert(.olderThanSeen(release: last.number))
        } else if first.number != seen.number + 1 || first.previous != seen.digest {
            findings.insert(
                first.number == seen.number + 1
                    ? .forked(release: seen.number) : .gap(after: seen.number)
            )
        }
        return findings
    }

    private static func content(
        _ file: ReleaseFile,
        _ manifest: ReleaseManifest,
        _ landlord: String,
        _ sent: [DetailedStatement]
    ) -> Set<Finding> {
        let due = sent.filter { $0.headline.cutoff < manifest.cutoff }
        let latest = due.max { $0.headline.version < $1.headline.version }
        guard let source = manifest.sources.first(where: { $0.landlord == landlord }) else {
            return latest == nil ? [] : [.statement(.leftOut)]
        }
        guard let own = sent.first(where: { $0.headline.version == source.version }) else {
            return [.notSentHere(version: source.version)]
        }
        let check = ManifestCheck(own, in: manifest, showing: file.page, policy: file.policy)
        var findings = Set(check.findings.map(Finding.statement))
        if let latest, latest.headline.version > source.version {
            findings.insert(.laterWasSent(version: latest.headline.version))
        }
        return findings
    }
}

extension ReleaseCheck.Finding {
    /// Whether it says something of the landlord's place in the release and nothing against the hub.
    package var isRemark: Bool {
        switch self {
        case .statement(.dominant), .gap: true
        default: false
        }
    }
}
