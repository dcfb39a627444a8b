import BundleFormat
import Causality
import Records
import Sealing

/// What a bundle says of itself before it is opened, sealed or in clear.
package struct BundleLabel: Hashable, Sendable {
    /// The most bytes that are read to know a label.
    package static let maximumLength = max(
        Envelope.maximumHeader,
        SealedBundle.Header.maximumLength
    )

    package let kind: Envelope.Kind
    package let partition: PartitionID
    package let sender: ReplicaID
    package let sequence: UInt64
    package let base: VersionVector
    package let target: VersionVector
    package let totalBytes: UInt64
    /// The header that the sender signed; nil of a bundle in clear.
    package let sealed: SealedBundle.Header?

    /// Reads the label from the first bytes of a bundle.
    ///
    /// - Throws: `FormatFailure`, or `SealFailure` of a sealed one.
    package init(_ bytes: [UInt8]) throws {
        let version = bytes.dropFirst(Envelope.magic.count).first
        if version == SealedBundle.version {
            self.init(try SealedBundle.Header(bytes))
        } else {
            self.init(try Envelope.Header(bytes))
        }
    }

    package init(_ header: Envelope.Header) {
        kind = header.kind
        partition = header.partition
        (sender, sequence) = (header.sender, header.sequence)
        (base, target) = (header.base, header.target)
        totalBytes = header.totalBytes
        sealed = nil
    }

    package init(_ header: SealedBundle.Header) {
        let fields = header.fields
        kind = fields.kind == .statement ? .statement : .delta
        partition = fields.partition
        (sender, sequence) = (fields.sender, fields.sequence)
        (base, target) = (fields.base, fields.target)
        totalBytes = UInt64(header.totalLength)
        sealed = header
    }
}
