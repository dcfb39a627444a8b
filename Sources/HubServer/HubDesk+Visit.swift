import HubStorage
import HubWire
import Hummingbird
import Membership
import Records
import Sealing

extension HubDesk {
    /// Checks a request before its body is read: form, nonce, membership, signature, nonce unused,
    /// rates.
    ///
    /// A landlord that is not here, a device that is no member and one that was revoked get one
    /// answer.
    func visit(of landlord: RecordID, _ request: Request) throws -> HubVisit {
        guard let input = request.field(HubField.signatureInput),
            let signature = HubSignature(.request, input: input),
            let field = request.field(HubField.signature)
        else { throw HubRefusal(.signatureMissing) }
        guard let digestField = request.field(HubField.contentDigest),
            let digest = ContentHash(field: digestField)
        else { throw HubRefusal(.digestMissing) }
        guard nonces.isFresh(signature.nonce) else { throw HubRefusal(.nonce) }
        guard let mailbox = folder.mailbox(of: landlord),
            let device = DeviceID(hex: signature.keyID),
            let member = mailbox.roster.members[device], member.isActive
        else { throw HubRefusal(.notFound) }
        let base = signature.base(
            method: request.method.rawValue,
            target: request.target,
            contentDigest: digestField
        )
        guard signature.accepts(field, over: base, by: member.identity) else {
            throw HubRefusal(.signature)
        }
        guard nonces.use(signature.nonce) else { throw HubRefusal(.nonce) }
        guard limiters.device.admits(signature.keyID),
            limiters.landlord.admits(landlord.description)
        else { throw HubRefusal(.tooMany) }
        return HubVisit(request: request, mailbox: mailbox, device: member.device, digest: digest)
    }

    /// Works on the body, taken in under a cap, if it is the one that was signed.
    func withBody<Result>(
        of visit: HubVisit,
        limit: Int,
        _ work: ([UInt8]) async throws -> Result
    ) async throws -> Result {
        guard visit.field("content-type") == "application/octet-stream" else {
            throw HubRefusal(.contentType)
        }
        return try await spool.with(visit.request, limit: limit, digest: visit.digest, work)
    }
}
