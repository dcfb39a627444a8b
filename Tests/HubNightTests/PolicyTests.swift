import Custody
import Exchange
import Foundation
import GRDB
import Hub
import HubStorage
import Membership
import Region
import ReplicaStore
import Sealing
import Seams
import Statistics
import TestKit
import Testing

/// The region's policy on its way from the operator to every landlord.
struct PolicyTests {
    private func refusal(_ world: RegionWorld, _ text: String) async -> String? {
        let outcome = await world.office.carryOut(.setPolicy(Data(text.utf8)))
        if case .refused(let message, 65) = outcome { return message }
        return nil
    }

    private func signed(_ house: RegionWorld.House, _ world: RegionWorld) throws -> [UInt8] {
        try unwrap(world.papers(.policy, house).first).bytes
    }

    @Test func `a policy out of its bounds is refused by name, and the one before holds`()
        async throws
    {
        let world = try await RegionWorld(["B1", "B2"])
        let good = try ReleasePolicy(threshold: 12, tokenLandlords: ["B1"])
        try await world.set(good)
        let text = String(decoding: good.canonicalBytes, as: UTF8.self)
        let changes = [
            (#""threshold":12"#, #""threshold":4"#, "'threshold' is 4, not between 5 and 1000"),
            (#""fewest_landlords":3"#, #""fewest_landlords":2"#, "'fewest_landlords' is 2"),
            (#""largest_share":85"#, #""largest_share":90"#, "'largest_share' is 90"),
            (#""catalogue":1"#, #""catalogue":1,"k":3"#, "does not know"),
            (#""catalogue":1"#, #""catalogue":1,"key_maker":"B2","period":"2026""#, "'key_maker'"),
            (#""catalogue":1"#, #""catalogue":1,"key_maker":"B1","period":"2 6""#, "'period'"),
            (#""catalogue":1"#, #""catalogue":1,"period":"2026""#, "lacks 'key_maker'"),
        ]
        for (old, new, name) in changes {
            let message = await refusal(world, text.replacingOccurrences(of: old, with: new))
            #expect(message?.contains(name) == true, "\(new): \(message ?? "taken")")
        }
        let typed = text.replacingOccurrences(of: ",", with: " ,\n ") + "\n"
        #expect(await refusal(world, typed) == nil, "spaces are free")
        let store = try await world.office.store()
        #expect(try store.policy() == good)
        #expect(try store.policies().map(\.number) == [1])
    }

    @Test func `what was set is kept in its order, signed, and verified`() async throws {
        let world = try await RegionWorld(["B1"])
        for threshold in [11, 15, 15, 12] {
            try await world.set(ReleasePolicy(threshold: threshold))
        }
        let store = try await world.office.store()
        let policies = try store.policies()
        #expect(policies.map(\.number) == [1, 2, 3])
        let key = try world.folder.key().verifyingKey
        #expect(policies.allSatisfy { $0.isSigned(by: key) })
        #expect(policies.last?.previous == policies.dropLast().last?.digest)
        #expect(await world.office.carryOut(.verify) == .verified(findings: []))
        #expect(throws: (any Error).self) {
            try store.queue.write { database in
                try database.execute(sql: "DELETE FROM policy WHERE number = 2")
            }
        }
        try await store.queue.write { database in
            try database.execute(sql: "DROP TRIGGER policy_remains")
            try database.execute(sql: "DELETE FROM policy WHERE number = 2")
        }
        let findings = await world.office.carryOut(.verify)
        #expect(
            findings
                == .verified(findings: ["hub.sqlite: policy 3 does not follow the one before it"])
        )
    }

    @Test func `every landlord has the policy after a night, and believes the hub's key only`()
        async throws
    {
        let world = try await RegionWorld(["B1", "B2"])
        let house = try world.house("B2")
        try await world.set(ReleasePolicy(threshold: 15))
        try await world.passNight()
        let first = try signed(house, world)
        #expect(try house.custody.take(policy: first))
        #expect(try !house.custody.take(policy: first), "taken already")
        let kept = try unwrap(house.custody.policy())
        #expect(try ReleasePolicy(bytes: kept.policy).threshold == 15)

        let stranger = try SigningKey(secret: Array(repeating: 9, count: 32))
        let low = try ReleasePolicy(threshold: 5).canonicalBytes
        let forged = try SignedPolicy(low, after: kept, on: 20_000, signedBy: stranger)
        let refused = #expect(throws: CustodyError.self) {
            try house.custody.take(policy: forged.bytes)
        }
        #expect(refused?.message.contains("[policy-signature]") == true)
        var altered = first
        altered[first.count - 70] ^= 1
        #expect(throws: CustodyError.self) { try house.custody.take(policy: altered) }
        #expect(try house.custody.policy() == kept)
    }

    @Test func `an older policy changes nothing, and another under one number is refused`()
        async throws
    {
        let world = try await RegionWorld(["B1"])
        let house = try world.house("B1")
        let key = try world.folder.key()
        let texts = try [15, 12, 20].map { try ReleasePolicy(threshold: $0).canonicalBytes }
        let first = try SignedPolicy(texts[0], after: nil, on: 1, signedBy: key)
        let second = try SignedPolicy(texts[1], after: first, on: 2, signedBy: key)
        let other = try SignedPolicy(texts[2], after: first, on: 2, signedBy: key)
        #expect(try house.custody.take(policy: second.bytes))
        #expect(try !house.custody.take(policy: first.bytes))
        let refused = #expect(throws: CustodyError.self) {
            try house.custody.take(policy: other.bytes)
        }
        #expect(refused?.message.contains("[policy-forked]") == true)
        #expect(try house.custody.policy() == second)
    }

    @Test func `a new key of the hub signs the policy anew, which is the same policy`()
        async throws
    {
        let world = try await RegionWorld(["B1"])
        let house = try world.house("B1")
        try await world.set(ReleasePolicy(threshold: 15))
        try await world.passNight()
        let before = try signed(house, world)
        _ = try house.custody.take(policy: before)
        _ = await world.office.carryOut(.renewKey(forgettingOld: false))
        try house.custody.name(hub: try world.folder.key().verifyingKey)
        try await world.passNight()
        let after = try signed(house, world)
        #expect(after != before)
        #expect(try !house.custody.take(policy: after))
        let policy = try SignedPolicy(after)
        #expect(policy.isSigned(by: try world.folder.key().verifyingKey))
        #expect(policy.digest == (try SignedPolicy(before).digest))
    }
}
