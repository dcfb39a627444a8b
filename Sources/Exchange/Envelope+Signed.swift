import BundleFormat
import Causality
import Sealing

extension Envelope {
    /// What a signed bundle says, once its body was opened.
    package init(_ header: SealedBundle.Header, _ body: [UInt8]) {
        let fields = header.fields
        self.init(
            kind: .delta,
            partition: fields.partition,
            sender: fields.sender,
            sequence: fields.sequence,
            base: fields.base,
            target: fields.target,
            body: body
        )
    }
}

extension SealedBundle.Fields {
    /// The fields of a bundle of the region's partition, which stands in no chain of one landlord's.
    package init(_ envelope: Envelope, by device: DeviceID, knowing head: SealedBundle.LogHead) {
        self.init(
            kind: envelope.base.isEmpty ? .snapshot : .delta,
            partition: envelope.partition,
            device: device,
            sender: envelope.sender,
            sequence: envelope.sequence,
            previous: envelope.sequence == 1
                ? .none : Digest256(of: envelope.sender.bytes, as: .bundleChain),
            base: envelope.base,
            target: envelope.target,
            membership: head
        )
    }
}
