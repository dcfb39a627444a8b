import Sealing

/// What the making of a landlord answers: the one time that the recovery kit is shown.
struct FoundAnswer: Report {
    let store: String
    let landlord: String
    let replica: String
    let station: String?
    let recoveryKit: [String]
    /// The passphrase, where it was drawn here.
    let passphrase: String?
    private let title: String

    private enum CodingKeys: String, CodingKey {
        case store, landlord, replica, station, recoveryKit, passphrase
    }

    init(_ made: StoreMaker.Made, _ kit: RecoveryKit, passphrase: String?) {
        store = made.store
        landlord = made.landlord
        replica = made.replica
        station = made.station
        recoveryKit = kit.lines
        self.passphrase = passphrase
        title = made.text
    }

    var text: String {
        ([title] + Self.lines(recoveryKit, passphrase)).joined(separator: "\n")
    }

    /// The kit and the passphrase, with what to do with them.
    static func lines(_ kit: [String], _ passphrase: String?) -> [String] {
        lines(passphrase: passphrase) + [
            "Recovery kit, kept nowhere: write it on paper in two copies, for two places."
        ] + kit.map { "  \($0)" }
    }

    /// The passphrase, where it was drawn and is shown.
    static func lines(passphrase: String?) -> [String] {
        passphrase.map { ["Passphrase of this device, shown this once:", "  \($0)"] } ?? []
    }
}
