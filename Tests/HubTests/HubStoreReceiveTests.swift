import Foundation
import GRDB
import Hub
import Statistics
import Testing

struct HubStoreReceiveTests {
    private let day = TemporaryHub.day

    private func receive(
        _ bytes: [UInt8],
        at hub: TemporaryHub,
        day: Int? = nil,
        sender: String? = nil
    ) throws -> StatementReception {
        try hub.store.receive(
            statementBytes: bytes,
            origin: "test",
            receivedDay: day ?? self.day,
            sender: sender
        )
    }

    @Test func `a statement is accepted once, and the same again changes nothing`() throws {
        let hub = try TemporaryHub()
        let bytes = try TemporaryHub.bytes("B1", version: 3)
        #expect(try receive(bytes, at: hub) == .accepted(version: 3))
        let before = try hub.content()
        #expect(try receive(bytes, at: hub) == .unchanged(version: 3))
        #expect(try receive(bytes, at: hub, day: day + 4) == .unchanged(version: 3))
        #expect(try hub.content() == before)
    }

    @Test func `a version that goes backwards is refused by name, and the figures stand`() throws {
        let hub = try TemporaryHub()
        _ = try receive(TemporaryHub.bytes("B1", version: 3), at: hub)
        let reason = RefusalReason.olderVersion(2, latest: 3)
        #expect(
            try receive(TemporaryHub.bytes("B1", registered: 19, version: 2), at: hub)
                == .refused(reason)
        )
        #expect(try hub.store.refusals(on: day).map(\.reason) == [reason.description])
        #expect(
            try hub.store.register(programme: "phase-1").statement(of: "B1", in: "phase-1")?
                .counts[.registered] == 20
        )
    }

    @Test func `one version with two contents is refused, also when a later one is here`() throws {
        let hub = try TemporaryHub()
        _ = try receive(TemporaryHub.bytes("B1", version: 2), at: hub)
        _ = try receive(TemporaryHub.bytes("B1", version: 3), at: hub)
        for version in 2...3 {
            #expect(
                try receive(TemporaryHub.bytes("B1", registered: 21, version: version), at: hub)
                    == .refused(.conflictingVersion(version))
            )
        }
        #expect(
            try hub.store.register(programme: "phase-1").statement(of: "B1", in: "phase-1")?
                .counts[.registered] == 20
        )
    }

    @Test func `what is wrong is refused by name and recorded once a day`() throws {
        let hub = try TemporaryHub()
        let cases: [([UInt8], RefusalReason)] = try [
            (Array("no".utf8), .unreadable(.plain(.notJSON(.unexpectedByte(offset: 1))))),
            (TemporaryHub.bytes("B1", programme: "phase-9"), .unknownProgramme(code: "phase-9")),
            (
                TemporaryHub.bytes("B9"),
                .unexpectedLandlord(code: "B9", programme: "phase-1")
            ),
            (
                TemporaryHub.bytes("B1", cutoff: day + 1),
                .cutoffInTheFuture(day: day + 1, received: day)
            ),
        ]
        let before = try hub.content().count
        for (bytes, reason) in cases + cases {
            #expect(try receive(bytes, at: hub) == .refused(reason))
        }
        #expect(try hub.content().count == before + cases.count)
        #expect(try hub.store.refusals(on: day).count == cases.count)
    }

    @Test func `no landlord sends for another`() throws {
        let hub = try TemporaryHub()
        #expect(
            try receive(TemporaryHub.bytes("B1"), at: hub, sender: "B2")
                == .refused(.wrongSender(landlord: "B1", sender: "B2"))
        )
        #expect(
            try receive(TemporaryHub.bytes("B1"), at: hub, sender: "B1") == .accepted(version: 1)
        )
    }

    @Test func `an origin of several lines is refused and not kept`() throws {
        let hub = try TemporaryHub()
        let reception = try hub.store.receive(
            statementBytes: TemporaryHub.bytes("B1"),
            origin: "a\nb",
            receivedDay: day
        )
        #expect(reception == .refused(.badOrigin))
        #expect(try !hub.content().contains { $0.contains("a\nb") })
    }

    @Test func `a day outside the calendar is an error and changes nothing`() throws {
        let hub = try TemporaryHub()
        let before = try hub.content()
        #expect(throws: HubFailure.badDay(-1)) {
            try receive(TemporaryHub.bytes("B1"), at: hub, day: -1)
        }
        #expect(try hub.content() == before)
    }

    @Test func `the received bytes are kept as they came`() throws {
        let hub = try TemporaryHub()
        let text = String(decoding: try TemporaryHub.bytes("B1"), as: UTF8.self)
            .replacingOccurrences(of: #""walk_ins":0"#, with: #""walk_ins":0 , "zebra":1"#)
        _ = try receive(Array(text.utf8), at: hub)
        let kept = try hub.store.queue.read {
            try Data.fetchOne($0, sql: "SELECT body FROM statement")
        }
        #expect(kept == Data(text.utf8))
    }
}
