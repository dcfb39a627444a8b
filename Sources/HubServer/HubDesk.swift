import Foundation
import HubStorage
import HubWire
import Hummingbird
import Sealing
import Seams

/// Answers each request: who asks, then what, then signs the answer.
package struct HubDesk: Sendable {
    let folder: HubFolder
    let clock: any WallClock
    let nonces: NonceIssuer
    let limiters: HubLimiters
    let counters = HubCounters()
    let spool: BodySpool
    let uploads: UploadFolder

    package init(
        _ folder: HubFolder,
        _ clock: any WallClock,
        _ entropy: any Entropy,
        _ rates: HubRates = HubRates()
    ) throws {
        self.folder = folder
        self.clock = clock
        publicKeyText = try folder.key().verifyingKey.bytes.hexadecimal
        nonces = NonceIssuer(clock, entropy)
        limiters = HubLimiters(rates, clock)
        spool = BodySpool(folder: folder.path, entropy: entropy)
        uploads = try UploadFolder(at: folder.path + "/uploads")
    }

    /// The key that devices pin, as it was when the hub began to serve.
    package let publicKeyText: String

    /// How many requests were answered.
    package var answered: UInt64 { counters.answered }

    func answer(_ request: Request, from address: String) async -> (HubAnswer, HubFault?) {
        var answer: HubAnswer
        var fault: HubFault?
        do {
            answer = try await routed(request, from: address)
        } catch let refusal as HubRefusal {
            (answer, fault) = (HubAnswer(refusal), refusal.code)
        } catch {
            (answer, fault) = (HubAnswer(HubRefusal(.failed)), .failed)
        }
        if request.method == .head { answer.bytes = [] }
        counters.noteAnswer(answer.status)
        if let fault { counters.noteRefusal(fault) }
        sign(&answer, to: request)
        return (answer, fault)
    }

    /// What a page answers, within the rate of its address; nobody signs it.
    func answer(
        _ request: Request,
        from address: String,
        by site: any HubSite
    ) async -> (HubAnswer, HubFault?) {
        guard limiters.address.admits(address) else {
            counters.noteAnswer(HubFault.tooMany.status)
            return (HubAnswer(HubRefusal(.tooMany)), .tooMany)
        }
        var answer = await site.answer(request, from: address)
        if request.method == .head { answer.bytes = [] }
        counters.noteAnswer(answer.status)
        return (answer, nil)
    }

    private func routed(_ request: Request, from address: String) async throws -> HubAnswer {
        guard limiters.address.admits(address) else { throw HubRefusal(.tooMany) }
        guard let route = HubRoute(request.bare) else { throw HubRefusal(.notFound) }
        guard let landlord = route.landlord else { return try open(route, request.method) }
        let visit = try visit(of: landlord, request)
        return try await Self.served(route, visit, self)
    }

    /// What is for everybody.
    private func open(_ route: HubRoute, _ method: HTTPRequest.Method) throws -> HubAnswer {
        switch (route, method) {
        case (.health, .get):
            return HubAnswer(200, "application/json", Array(#"{"status":"ok"}"#.utf8))
        case (.metrics, .get):
            let text = counters.text(landlords: folder.landlords.count)
            return HubAnswer(200, "text/plain; version=0.0.4; charset=utf-8", Array(text.utf8))
        case (.description, .get):
            return HubAnswer(200, "application/json", Array(HubDescription.text.utf8))
        case (.nonces, .post):
            return try HubAnswer(201, json: ["nonce": nonces.issue()])
        default: throw HubRefusal(.method)
        }
    }

    /// A signature over the answer, where the request named a nonce; and a nonce for the next request.
    private func sign(_ answer: inout HubAnswer, to request: Request) {
        let digest = ContentHash(of: answer.bytes).field
        let next = nonces.issue()
        answer.fields[HubField.contentDigest] = digest
        answer.fields[HubField.nonce] = next
        guard let input = request.field(HubField.signatureInput),
            let asked = HubSignature(.request, input: input)
        else { return }
        let signature = HubSignature(.answer, nonce: asked.nonce, keyID: "hub")
        let base = signature.base(status: answer.status, contentDigest: digest, nextNonce: next)
        // Who knows the key before is answered with it, and so hears of the new one.
        guard let key = try? folder.key(knownAs: request.field(HubField.knownKey)),
            let field = try? signature.field(over: base, by: key)
        else { return }
        answer.fields[HubField.signatureInput] = signature.input
        answer.fields[HubField.signature] = field
    }
}
