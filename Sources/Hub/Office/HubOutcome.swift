/// What became of an order.
package enum HubOutcome: Codable, Hashable, Sendable {
    /// The hub's key, for the landlord's devices.
    case admitted(isNew: Bool, hubKey: String)
    /// The hub's new key.
    case renewed(hubKey: String)
    case declared(programme: String, landlords: Int)
    /// Its number, and whether it is another than before.
    case policySet(number: Int, isNew: Bool)
    /// The report, and whether it was made just now or stood already.
    case reconciled(NightReport, isNew: Bool)
    case backedUp(files: Int, bytes: Int)
    /// The SHA-256 of the kept JSON, and whether it was kept just now.
    case frozen(sha256: String, isNew: Bool)
    /// The accounts as they are now.
    case accounts([Account])
    /// What is wrong, by file; nothing where all is sound.
    case verified(findings: [String])
    /// The order was not carried out: one sentence with its remedy, and the exit code for it.
    case refused(message: String, exitCode: Int32)
}
