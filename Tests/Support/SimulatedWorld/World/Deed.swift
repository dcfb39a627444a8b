/// One kind of step of a world: work, or something that goes wrong.
package enum Deed: String, CaseIterable, Sendable {
    // Work.
    case write, sync, send, deliver, resolve, reopen
    // People.
    case massEdit, massDelete
    // The wire.
    case lose, duplicate, truncate, reorder
    // Places where bundles lie.
    case oneWay, loseBundle, cutBundle, copyBundle, lateKey, restoreHub, looseCable, misplace
    // Machines.
    case stopMidway, stopAfterwards, cutPowerMidway, cutPowerAfterwards
    case fillDisk, failOnce, failDisk, storeHalf
    // Clocks.
    case setClock
    // Who counts.
    case setAside
    // Versions.
    case upgrade
    // A person's right.
    case erase
    // Identity.
    case copyStore, putBack
    // Who belongs: only where bundles are sealed.
    case enrol, revoke, handOver, rollMonth, carryOn, relay, release

    /// What a world is made of when nothing goes wrong.
    static let work: [Deed] = [.write, .sync, .send, .deliver, .resolve, .reopen]

    /// What happens to a landlord's membership.
    static let membership: [Deed] = [
        .enrol, .revoke, .handOver, .rollMonth, .carryOn, .relay, .release,
    ]

    /// What goes wrong in a world, and is counted against what it meets.
    package static func faults(isSealed: Bool) -> [Deed] {
        allCases.filter { deed in
            !work.contains(deed) && (isSealed || !membership.contains(deed))
        }
    }
}
