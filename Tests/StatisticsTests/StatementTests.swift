import Foundation
import Statistics
import Testing

struct StatementTests {
    private func text() throws -> String {
        let statement = try PhaseOne.statement("B5", PhaseOne.lastKnownB5, version: 3)
        return String(decoding: statement.canonicalBytes, as: UTF8.self)
    }

    /// The failure that a valid statement gives once one text in it is replaced by another.
    private func failure(replacing old: String, by new: String) throws -> StatementFailure? {
        let valid = try text()
        #expect(valid.contains(old), "nothing to replace")
        let bytes = Array(valid.replacingOccurrences(of: old, with: new).utf8)
        do throws(StatementFailure) {
            _ = try Statement(bytes: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a statement has these bytes`() throws {
        #expect(
            try text() == #"""
                {"counts":{"appointments_seen":19,"contacted":29,"excused":0,"identified":29,\#
                "in_support":0,"institutions_not_stated":0,"no_show":3,"outcomes_durable":0,\#
                "outcomes_other":0,"outcomes_positive":0,"outcomes_transition":0,\#
                "participants":19,"rally_interviews":0,"rally_matches":0,\#
                "rally_offers_brought_back":0,"rally_stop_passages":0,"reconnected":0,\#
                "referrals":0,"referrals_accepted":0,"registered":22,"registered_present":19,\#
                "revoked":0,"to_clarify":0,"unknown_to_institutions":3,"walk_ins":0,\#
                "without_news":0},"cutoff_date":"2023-02-13","cutoff_day":19401,\#
                "landlord":{"code":"B5","name":"Bailleur fictif B5"},"objective_share":50,\#
                "programme":"phase-1","schema":1,"version":3}
                """#
        )
    }

    @Test func `a statement comes back as it went, and in the same bytes`() throws {
        for statement in try PhaseOne.statements() {
            let back = try Statement(bytes: statement.canonicalBytes)
            #expect(back == statement)
            #expect(back.canonicalBytes == statement.canonicalBytes)
        }
    }

    @Test func `a name with quotes, accents and a backslash comes back`() throws {
        let landlord = try Landlord(code: "B9", name: #"Habitat "Été" \ Nord & Cie 🏠"#)
        let statement = try Statement(
            landlord: landlord,
            programme: "p",
            cutoff: PhaseOne.date(1),
            version: 1,
            counts: .zero
        )
        #expect(try Statement(bytes: statement.canonicalBytes).landlord == landlord)
    }

    @Test func `white space, order and escapes do not change a statement`() throws {
        let loose = try text().replacingOccurrences(of: ",", with: " ,\r\n\t")
            .replacingOccurrences(of: "Bailleur", with: #"\u0042ailleur"#)
        #expect(
            try Statement(bytes: Array(loose.utf8))
                == PhaseOne.statement("B5", PhaseOne.lastKnownB5, version: 3)
        )
    }

    @Test func `indicators of a later version are counted and ignored`() throws {
        let later = try text().replacingOccurrences(
            of: #""walk_ins":0"#,
            with: #""walk_ins":0,"zebra":4,"yak":0"#
        )
        let statement = try Statement(bytes: Array(later.utf8))
        #expect(statement.unknownIndicators == 2)
        #expect(statement.counts[.registered] == 22)
    }

    @Test func `wrong counts are refused by name`() throws {
        #expect(
            try failure(replacing: #""no_show":3"#, by: #""no_show":-3"#)
                == .counts(.negative(.noShow, -3))
        )
        #expect(
            try failure(replacing: #""no_show":3"#, by: #""no_show":1000000001"#)
                == .countTooLarge(.noShow, 1_000_000_001)
        )
        #expect(
            try failure(replacing: #""no_show":3,"#, by: "") == .missingIndicator(.noShow)
        )
        #expect(
            try failure(replacing: #""no_show":3"#, by: #""no_show":"3""#)
                == .wrongType(field: "no_show", expected: "an integer")
        )
        #expect(
            try failure(replacing: #""walk_ins":0"#, by: #""walk_ins":0,"zebra":-1"#)
                == .badUnknownIndicator
        )
    }

    @Test func `these rules of consistency hold`() {
        let rules = ConsistencyRule.all.map { rule in
            rule.parts.map(\.code).joined(separator: "+") + " <= " + rule.whole.code
        }
        #expect(
            rules == [
                "registered_present <= registered", "registered_present <= participants",
                "walk_ins <= participants",
                "unknown_to_institutions+institutions_not_stated <= participants",
                "reconnected <= unknown_to_institutions", "referrals_accepted <= referrals",
                "outcomes_durable+outcomes_transition+outcomes_positive+outcomes_other"
                    + "+in_support+without_news <= participants",
            ]
        )
    }

    @Test func `every broken rule of consistency is refused by name`() throws {
        for rule in ConsistencyRule.all {
            let part = try #require(rule.parts.last)
            var counts = try Counts([
                .registered: 50, .participants: 50, .registeredPresent: 50, .referrals: 50,
                .unknownToInstitutions: 20, .walkIns: 5,
            ])
            let others = rule.parts.dropLast().reduce(0) { $0 + counts[$1] }
            try counts.set(part, to: counts[rule.whole] - others + 1)
            let limit = counts[rule.whole]
            // Another rule about the same part may speak first.
            let failure = #expect(throws: StatementFailure.self) {
                try Statement(
                    landlord: PhaseOne.landlord("B1"),
                    programme: "p",
                    cutoff: PhaseOne.date(1),
                    version: 1,
                    counts: counts
                )
            }
            guard case .inconsistent(let broken, let sum, limit) = failure else {
                Issue.record("\(rule) gave \(String(describing: failure))")
                continue
            }
            #expect(broken.parts.contains(part) && sum == limit + 1)
        }
    }

    @Test func `more present than registered is refused from the wire too`() throws {
        let failure = try failure(
            replacing: #""registered_present":19"#,
            by: #""registered_present":23"#
        )
        let rule = try #require(ConsistencyRule.all.first { $0.whole == .registered })
        #expect(failure == .inconsistent(rule, sum: 23, limit: 22))
        #expect(failure?.description.contains("'registered_present' makes 23") == true)
    }

    @Test func `wrong fields are refused by name`() throws {
        #expect(
            try failure(replacing: #""version":3"#, by: #""version":0"#)
                == .outOfRange(field: "version", value: 0)
        )
        #expect(
            try failure(replacing: #""version":3"#, by: #""version":true"#)
                == .wrongType(field: "version", expected: "an integer")
        )
        #expect(try failure(replacing: #","version":3"#, by: "") == .missingField("version"))
        #expect(try failure(replacing: #""schema":1"#, by: #""schema":2"#) == .unknownSchema(2))
        #expect(
            try failure(replacing: #""objective_share":50"#, by: #""objective_share":-1"#)
                == .outOfRange(field: "objective_share", value: -1)
        )
        #expect(
            try failure(replacing: #""objective_share":50"#, by: #""objective_share":null"#)
                == .wrongType(field: "objective_share", expected: "an integer")
        )
        #expect(
            try failure(replacing: #""code":"B5""#, by: #""code":"B 5""#)
                == .name(.badCode(.landlordCode))
        )
        #expect(
            try failure(replacing: "Bailleur", by: #"Bail\nleur"#)
                == .name(.badName(.landlordName))
        )
        #expect(
            try failure(replacing: #""phase-1""#, by: #""""#) == .name(.badCode(.programmeCode))
        )
    }

    @Test func `wrong days are refused by name`() throws {
        #expect(
            try failure(replacing: "2023-02-13", by: "2023-02-14") == .cutoffMismatch(day: 19_401)
        )
        #expect(try failure(replacing: "19401", by: "-1") == .badCutoff(day: -1))
        #expect(
            try failure(replacing: "19401", by: "19401.0")
                .map { if case .notJSON(.notAnInteger) = $0 { true } else { false } } == true
        )
    }

    @Test func `a row per person has no place, and its text is not repeated`() throws {
        let failure = try failure(
            replacing: #""schema":1"#,
            by: #""persons":["Zoé Inventée"],"schema":1"#
        )
        #expect(failure == .unknownField)
        #expect(failure?.description.contains("Zoé") == false)
        #expect(
            try self.failure(replacing: #""code":"B5""#, by: #""code":"B5","x":1"#)
                == .unknownField
        )
    }

    @Test func `a statement over 64 kilobytes is refused before it is read`() throws {
        let padded = Array(try text().utf8) + Array(repeating: UInt8(ascii: " "), count: 65_536)
        #expect(throws: StatementFailure.tooLarge(bytes: padded.count)) {
            try Statement(bytes: padded)
        }
        let full = Array(padded.prefix(65_536))
        #expect(throws: Never.self) { try Statement(bytes: full) }
    }

    @Test func `every prefix of a statement is refused`() throws {
        let bytes = Array(try text().utf8)
        for length in 0..<bytes.count {
            #expect(throws: StatementFailure.notJSON(.unexpectedEnd), "\(length)") {
                try Statement(bytes: Array(bytes.prefix(length)))
            }
        }
    }

    @Test func `no changed byte crashes the reader, and what it accepts is canonical`() throws {
        let bytes = Array(try text().utf8)
        for index in bytes.indices {
            for byte: UInt8 in [0x00, 0x22, 0x2C, 0x2D, 0x30, 0x39, 0x5B, 0x5C, 0x7B, 0xC3, 0xFF] {
                var changed = bytes
                changed[index] = byte
                guard let read = try? Statement(bytes: changed) else { continue }
                #expect(try Statement(bytes: read.canonicalBytes).counts == read.counts)
            }
        }
    }

    @Test(arguments: [
        #"{"a":1,"a":2}"#, #"{"a":01}"#, #"{"a":1e3}"#, #"{"a":1}x"#, #"{"a":"\ud800"}"#,
        #"{"a":"\x"}"#, "[[[[[[[[[[1]]]]]]]]]]", #"{"a":9223372036854775808}"#, #"{"a":-}"#,
        #"{"a":1,}"#, "{'a':1}", #"{"a":tru}"#,
    ])
    func `JSON that is not strict is refused as such`(text: String) {
        let failure = #expect(throws: StatementFailure.self) {
            try Statement(bytes: Array(text.utf8))
        }
        guard case .notJSON = failure else {
            Issue.record("\(text) gave \(String(describing: failure))")
            return
        }
    }

    @Test func `text that is not UTF-8 is refused`() {
        let failure = #expect(throws: StatementFailure.self) {
            try Statement(bytes: [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D])
        }
        #expect(failure == .notJSON(.badText(offset: 5)))
    }
}
