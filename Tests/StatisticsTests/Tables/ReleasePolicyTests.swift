import Foundation
import Statistics
import Testing

struct ReleasePolicyTests {
    private func failure(replacing old: String, by new: String) throws -> PolicyFailure? {
        let valid = String(decoding: try ReleasePolicy().canonicalBytes, as: UTF8.self)
        #expect(valid.contains(old), "nothing to replace")
        do throws(PolicyFailure) {
            _ = try ReleasePolicy(bytes: Array(valid.replacingOccurrences(of: old, with: new).utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func `a policy has these bytes and comes back`() throws {
        let policy = try ReleasePolicy(tokenLandlords: ["B2", "B1"])
        #expect(
            String(decoding: policy.canonicalBytes, as: UTF8.self) == #"""
                {"catalogue":1,"days":{"age":28,"month":28,"neighbourhood":7,"sex":28,"territory":7},\#
                "fewest_landlords":3,"kept_releases":13,"largest_share":85,"schema":1,"threshold":11,\#
                "token_landlords":["B1","B2"]}
                """#
        )
        #expect(try ReleasePolicy(bytes: policy.canonicalBytes) == policy)
    }

    @Test func `a policy below its bounds is refused by name`() throws {
        let changes: [(String, String, PolicyFailure)] = [
            (
                #""threshold":11"#, #""threshold":4"#,
                .outOfRange(field: "threshold", value: 4, lowest: 5, greatest: 1_000)
            ),
            (
                #""fewest_landlords":3"#, #""fewest_landlords":2"#,
                .outOfRange(field: "fewest_landlords", value: 2, lowest: 3, greatest: 1_000)
            ),
            (
                #""largest_share":85"#, #""largest_share":86"#,
                .outOfRange(field: "largest_share", value: 86, lowest: 50, greatest: 85)
            ),
            (
                #""age":28"#, #""age":0"#,
                .outOfRange(field: "days_age", value: 0, lowest: 1, greatest: 366)
            ),
            (#""catalogue":1"#, #""catalogue":7"#, .catalogue(.unknownVersion(7))),
            (#""schema":1"#, #""schema":9"#, .unknownSchema(9)),
            (#""threshold":11"#, #""threshold":"11""#, .missing("threshold")),
            (#""token_landlords":[]"#, #""token_landlords":[1]"#, .badLandlord),
            (#""token_landlords":[]"#, #""token_landlords":["B 1"]"#, .badLandlord),
            (#""schema":1"#, #""schema": 1"#, .notCanonical),
        ]
        for (old, new, expected) in changes {
            #expect(try failure(replacing: old, by: new) == expected, "\(new)")
        }
        #expect(throws: PolicyFailure.missing("days_sex")) {
            try ReleasePolicy(
                days: [:].merging([.territory: 7, .neighbourhood: 7, .age: 7]) { $1 }
            )
        }
    }

    @Test func `a policy that somebody typed may have spaces, and nothing that nobody knows`()
        throws
    {
        let policy = try ReleasePolicy(
            tokenLandlords: ["B1", "B2"],
            period: .init(name: "2026", keyMaker: "B1")
        )
        #expect(try ReleasePolicy(bytes: policy.canonicalBytes) == policy)
        let typed =
            String(decoding: policy.canonicalBytes, as: UTF8.self)
            .replacingOccurrences(of: ",", with: ",\n  ") + "\n"
        #expect(try ReleasePolicy(typed: Array(typed.utf8)) == policy)
        #expect(throws: PolicyFailure.notCanonical) { try ReleasePolicy(bytes: Array(typed.utf8)) }
        let changes: [(String, String, PolicyFailure)] = [
            (#""schema""#, #""k":9,"schema""#, .unknownMember),
            (#""sex":28"#, #""sex":28,"size":1"#, .unknownMember),
            (#""key_maker":"B1""#, #""key_maker":"B3""#, .foreignKeyMaker),
            (#""period":"2026""#, #""period":"20 26""#, .badPeriod),
            (#","period":"2026""#, "", .missing("period")),
        ]
        for (old, new, expected) in changes {
            let text = String(decoding: policy.canonicalBytes, as: UTF8.self)
                .replacingOccurrences(of: old, with: new)
            #expect(throws: expected) { try ReleasePolicy(typed: Array(text.utf8)) }
        }
    }
}
