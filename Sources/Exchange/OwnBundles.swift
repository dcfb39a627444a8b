import BundleFormat
import Causality
import ReplicaStore

/// The bundles that this replica remembers having sent, held against those that bear its name.
///
/// A bundle under its name that it never sent was sent by another life of it: its store was put back.
struct OwnBundles {
    private let sent: SentBundles

    init(_ sent: SentBundles) { self.sent = sent }

    /// Whether a whole bundle proves another life of this replica.
    func contradicts(_ envelope: Envelope, _ digest: [UInt8]) -> Bool {
        contradicts(envelope.sender, envelope.sequence, envelope.target, digest)
    }

    /// Whether a listed bundle would prove it, if it is whole.
    func contradicts(_ item: MailboxListing.Item) -> Bool {
        let header = item.header
        return contradicts(header.sender, header.sequence, header.target, item.digest)
    }

    private func contradicts(
        _ sender: ReplicaID,
        _ sequence: UInt64,
        _ target: VersionVector,
        _ digest: [UInt8]?
    ) -> Bool {
        if target[sent.own] > sent.counter { return true }
        guard sender == sent.own else { return false }
        if sequence > sent.last { return true }
        guard let digest, let mine = sent.bundle(sender, sequence) else { return false }
        return mine.digest != digest
    }

    /// Whether the bundle is one that this store sent itself: whatever names its writes bear now,
    /// they are here.
    func holds(_ envelope: Envelope, _ digest: [UInt8]) -> Bool {
        sent.bundle(envelope.sender, envelope.sequence)?.digest == digest
    }

    /// The last own write that these bundles prove to be the same for everybody: those that lie
    /// here as they were sent, before the first of another life; nil where they prove nothing.
    func common(in items: [MailboxListing.Item]) -> UInt64? {
        let own = items.filter { $0.header.sender == sent.own }
            .sorted { $0.header.sequence < $1.header.sequence }
        guard let first = own.firstIndex(where: contradicts) else { return nil }
        return own[..<first].compactMap { item in
            sent.bundle(sent.own, item.header.sequence)
                .flatMap { $0.digest == item.digest ? $0.counter : nil }
        }
        .max()
    }
}
