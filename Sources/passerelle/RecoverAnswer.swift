import Exchange
import Sealing

/// What a recovery answers: the one time that the new kit is shown.
struct RecoverAnswer: Report {
    let store: String
    let landlord: String
    let replica: String
    let station: String?
    let applied: UInt64
    let held: UInt64
    let refused: [SyncAnswer.Refusal]
    let recoveryKit: [String]
    /// The passphrase, where it was drawn here.
    let passphrase: String?
    private let title: String

    private enum CodingKeys: String, CodingKey {
        case store, landlord, replica, station, applied, held, refused, recoveryKit, passphrase
    }

    init(
        _ made: StoreMaker.Made,
        _ kit: RecoveryKit,
        _ report: SyncReport,
        passphrase: String?
    ) {
        store = made.store
        landlord = made.landlord
        replica = made.replica
        station = made.station
        let sync = SyncAnswer(report)
        applied = sync.applied
        held = sync.held
        refused = sync.refused
        recoveryKit = kit.lines
        self.passphrase = passphrase
        title = made.text
    }

    var needsAttention: Bool { held > 0 || !refused.isEmpty }

    var text: String {
        let counts = "\(applied) changes were taken in, \(held) are held."
        let refusals = refused.map { "Refused: \($0.file): \($0.reason)" }
        return ([title, counts] + refusals + FoundAnswer.lines(recoveryKit, passphrase))
            .joined(separator: "\n")
    }
}
