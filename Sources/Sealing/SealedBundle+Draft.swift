import BundleFormat
import Seams

extension SealedBundle {
    /// A bundle on its way to bytes.
    ///
    /// The body is sealed first, straight to its place, because the header, whose length is known, tells
    /// its digest.
    struct Draft {
        let fields: Fields
        let contentLength: Int
        /// Each recipient once, in the order of the names.
        let recipients: [ReceivePublicKey]
        private let fieldBytes: [UInt8]

        init(fields: Fields, contentLength: Int, recipients: [ReceivePublicKey]) {
            self.fields = fields
            self.contentLength = contentLength
            self.recipients = Set(recipients).map { ($0.name, $0) }.sorted { $0.0 < $1.0 }
                .map(\.1)
            var writer = ByteWriter()
            fields.write(to: &writer)
            fieldBytes = writer.bytes
        }

        var isSealed: Bool { fields.isSealed }

        private var plainLength: Int {
            isSealed ? PaddedBody.length(of: contentLength) : contentLength
        }

        private var bodyLength: Int {
            isSealed ? ChunkedSeal.sealedLength(of: plainLength) : plainLength
        }

        /// Magic to lengths: what the keys of the body are bound to.
        private var prologue: [UInt8] { head(length: headerLength) + fieldsAndLengths }

        var headerLength: Int {
            let keys = Digest256.length + countLength + recipients.count * Stanza.length
            return fieldsAndLengths.count + (isSealed ? keys : 0) + Digest256.length
        }

        private var countLength: Int { recipients.count < 0x80 ? 1 : 2 }

        private var fieldsAndLengths: [UInt8] {
            var writer = ByteWriter()
            writer.raw(fieldBytes)
            writer.varint(UInt64(plainLength))
            writer.varint(UInt64(bodyLength))
            return writer.bytes
        }

        private func head(length: Int) -> [UInt8] {
            var writer = ByteWriter()
            writer.raw(magic)
            writer.byte(version)
            writer.fixed32(length)
            return writer.bytes
        }

        func clear(_ body: [UInt8], signedBy key: SigningKey) throws(SealFailure) -> [UInt8] {
            let digest = SealedBundle.digest(of: body[...])
            let signed = prologue + digest.bytes
            return signed + (try key.sign(signed, as: .bundleSignature)) + body
        }

        func sealed(
            _ body: [UInt8],
            signedBy key: SigningKey,
            entropy: some Entropy
        ) throws(SealFailure) -> [UInt8] {
            let prologue = prologue
            let bound = Digest256(of: prologue, as: .bundlePrologue)
            let bundleKey = BundleKey(from: entropy)
            let start = Header.headLength + headerLength + VerifyingKey.signatureLength
            var bytes = [UInt8](repeating: 0, count: start)
            bytes.reserveCapacity(start + bodyLength)
            try bundleKey.payload(of: bound).seal(PaddedBody(body), onto: &bytes)
            var writer = ByteWriter(capacity: start)
            writer.raw(prologue)
            writer.raw(try bundleKey.commitment(to: bound).bytes)
            try write(bundleKey, to: &writer, entropy)
            writer.raw(SealedBundle.digest(of: bytes[start...]).bytes)
            let signature = try key.sign(writer.bytes, as: .bundleSignature)
            bytes.replaceSubrange(..<start, with: writer.bytes + signature)
            return bytes
        }

        private func write(
            _ key: BundleKey,
            to writer: inout ByteWriter,
            _ entropy: some Entropy
        ) throws(SealFailure) {
            writer.count(recipients.count)
            for recipient in recipients {
                let info = BundleKey.info(fields, to: recipient)
                let seal = try KeySeal(key.secret, to: recipient, info: info, entropy: entropy)
                writer.raw(recipient.name.bytes)
                writer.raw(seal.encapsulated.bytes)
                writer.raw(seal.ciphertext)
            }
        }
    }
}
