import Foundation
import HTTPTypes
import Hub
import HubPages
import HubServer
import Hummingbird
import NIOCore
import Sealing
import Seams
import Statistics
import TestKit

/// The pages over an invented region: a programme, three landlords, one of them with markup in its name.
struct PageWorld {
    /// 13 February 2023.
    static let day = 19_401
    static let password = "une phrase inventée"
    static let hostile = "Logis <b>fictif</b> \"\u{301} onfocus='x' &amp; fils"

    let folder: TemporaryFolder
    let clock = ManualClock(UInt64(Self.day) * 86_400_000 + 36_000_000)
    let entropy = SeededEntropy(7)
    let store: HubStore
    let site: UnionSite

    init(isSealed: Bool = false) throws {
        folder = try TemporaryFolder()
        store = try HubStore.create(path: folder.path + "/hub.sqlite")
        let start = UTCDay(number: Self.day - 100)
        let end = UTCDay(number: Self.day + 100)
        guard let start, let end else { throw HubFailure.badDate }
        try store.declare(
            programme: Programme(
                code: "400L",
                name: "Programme fictif",
                objective: 400,
                start: start,
                end: end
            ),
            landlords: [
                Landlord(code: "B1", name: "Bailleur fictif"),
                Landlord(code: "B2", name: Self.hostile), Landlord(code: "B3", name: "Silencieux"),
            ]
        )
        try Self.send("B1", registered: 20, present: 18, day: Self.day, to: store)
        try Self.send("B2", registered: 10, present: 5, day: Self.day - 3, to: store)
        let key = try SigningKey(from: entropy)
        site = try UnionSite(
            store,
            keys: { [key.verifyingKey] },
            clock,
            entropy,
            isSealed: isSealed,
            printer: { page, _ in page }
        )
    }

    static func send(
        _ code: String,
        registered: Int,
        present: Int,
        day: Int,
        version: Int = 1,
        to store: HubStore
    ) throws {
        guard let cutoff = UTCDay(number: day) else { throw HubFailure.badDate }
        let statement = try Statistics.Statement(
            landlord: Landlord(code: code, name: "x"),
            programme: "400L",
            cutoff: cutoff,
            version: version,
            counts: Counts([
                .registered: registered, .registeredPresent: present, .participants: present,
            ])
        )
        try store.receive(
            statementBytes: statement.canonicalBytes,
            origin: "test",
            receivedDay: day
        )
    }

    /// A cost that protects, and no more: the tests wait for it.
    func hash(_ password: String = Self.password) throws -> PasswordHash {
        try PasswordHash(
            of: password,
            entropy,
            cost: KeyDerivation(log2Rounds: 15, parallelism: 1)
        )
    }

    /// Somebody with an account, logged in.
    func member(_ name: String = "a.martin", _ role: AccountRole = .viewer) throws -> SessionToken {
        try store.add(Account(name: name, role: role), hash())
        let token = SessionToken(entropy)
        try store.begin(token, of: name, at: clock.now())
        return token
    }

    func get(_ path: String, _ token: SessionToken? = nil) async -> HubAnswer {
        await send(.get, path, token, "", [:])
    }

    func post(
        _ path: String,
        _ token: SessionToken?,
        _ fields: [String: String],
        headers: [String: String] = [:]
    ) async -> HubAnswer {
        var allowed = CharacterSet.alphanumerics
        allowed.insert("-")
        let body = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }
        let form = ["content-type": "application/x-www-form-urlencoded"]
        return await send(
            .post,
            path,
            token,
            body.joined(separator: "&"),
            form.merging(headers) { $1 }
        )
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ token: SessionToken?,
        _ body: String,
        _ headers: [String: String]
    ) async -> HubAnswer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if let token { fields[.cookie] = "passerelle=\(token.text)" }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: "localhost",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        return await site.answer(request, from: "192.0.2.1")
    }
}

extension HubAnswer {
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The token that the cookie of this answer holds.
    var cookie: SessionToken? {
        let value = fields["set-cookie"]?.split(separator: "=", maxSplits: 1).last
        return value.flatMap { SessionToken(text: $0.prefix { $0 != ";" }) }
    }
}
