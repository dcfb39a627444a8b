/// A bundle whose header its sender signed: only such a one is opened.
package struct VerifiedBundle: Hashable, Sendable {
    private let bundle: SealedBundle

    init(bundle: SealedBundle) { self.bundle = bundle }

    package var header: SealedBundle.Header { bundle.header }

    /// The body, opened with the one of the keys that it was sealed to, or taken as it is where it is
    /// in clear; nothing of it is returned unless all of it is as its sender signed it.
    package func body(with keys: [ReceiveKey] = []) throws(SealFailure) -> [UInt8] {
        guard let commitment = header.commitment else {
            try bundle.checkBody()
            return Array(bundle.bytes[header.bodyStart...])
        }
        let key = try bundleKey(with: keys)
        guard try key.commitment(to: header.prologue) == commitment else { throw .commitment }
        var plain = try key.payload(of: header.prologue).open(bundle.bytes[header.bodyStart...])
        // Another recipient knows the key and could seal another body under this header.
        try bundle.checkBody()
        try PaddedBody.unpad(&plain)
        return plain
    }

    private func bundleKey(with keys: [ReceiveKey]) throws(SealFailure) -> BundleKey {
        for key in keys {
            let name = key.publicKey.name
            guard let stanza = header.stanzas.first(where: { $0.recipient == name }) else {
                continue
            }
            let info = BundleKey.info(header.fields, to: key.publicKey)
            return try BundleKey(try stanza.seal.open(with: key, info: info))
        }
        throw .noStanzaForMe
    }
}
