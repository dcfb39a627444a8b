import Hub
import Sealing
import Statistics

/// Whether a manifest bears the signature of one of the hub's keys.
struct ReleaseSignature {
    let keys: [VerifyingKey]

    func callAsFunction(_ signed: ReleaseFile.SignedManifest) -> Bool {
        keys.contains {
            $0.accepts(signed.signature, of: signed.manifest.canonicalBytes, as: .hubRelease)
        }
    }
}
