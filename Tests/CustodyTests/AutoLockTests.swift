import Custody
import CustodyKit
import Membership
import TestKit
import Testing

/// Keys that nobody uses lock by themselves.
struct AutoLockTests {
    private let world: InventedLaptops
    private let lock: AutoLock

    init() throws {
        world = try InventedLaptops()
        let laptop = try world.found().laptop
        try laptop.custody.close()
        lock = AutoLock(
            in: world.folder("first"),
            after: 600_000,
            costing: world.derivation,
            world.stores.environment()
        )
    }

    private func number() throws -> UInt64? {
        try lock.use { try $0.log().roster.member(at: DeviceCustody.station(1))?.station.number }
    }

    @Test func `they are locked at first, and open with the passphrase`() throws {
        let refusal = #expect(throws: CustodyError.self) { try number() }
        #expect(refusal?.code == .locked)
        #expect(throws: CustodyError.self) { try lock.unlock(with: "une autre phrase") }
        #expect(throws: CustodyError.self) { try number() }
        try lock.unlock(with: InventedLaptops.passphrase)
        #expect(try number() == 1)
    }

    @Test func `each use puts the locking off, and ten minutes unused lock them`() throws {
        try lock.unlock(with: InventedLaptops.passphrase)
        for _ in 0..<3 {
            world.stores.clock.advance(milliseconds: 599_000)
            #expect(try number() == 1)
        }
        world.stores.clock.advance(milliseconds: 600_000)
        let refusal = #expect(throws: CustodyError.self) { try number() }
        #expect(refusal?.code == .locked)
    }

    @Test func `a clock put back locks them, and so does a hand`() throws {
        try lock.unlock(with: InventedLaptops.passphrase)
        world.stores.clock.advance(milliseconds: -1)
        #expect(throws: CustodyError.self) { try number() }
        try lock.unlock(with: InventedLaptops.passphrase)
        try lock.lock()
        #expect(throws: CustodyError.self) { try number() }
    }
}
