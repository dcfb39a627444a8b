import ArgumentParser
import Custody
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Tenancy

/// The end of an enrolment, on the new device.
struct DeviceAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Open the invitation with the code that was read aloud, and make the store.",
        discussion: "A store of the landlord that stands there already, such as a restored one, "
            + "is kept."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The administrator's file.")
    var invitation: String

    @Option(help: "The six words that the administrator reads aloud.")
    var code: String

    @Option(help: "The name of this laptop, for the colleagues.")
    var label = "laptop"

    func run() throws {
        try Terminal.run(json: options.json) {
            let bytes = try ImportSource.read(invitation, limit: MembershipLimits.invitation)
            let invitation = try CustodyError.naming { try Invitation(bytes) }
            let folder = try options.folder
            let custody = try keys.unlock(folder)
            defer { try? custody.close() }
            if HostVolume().isAbsent(folder + "/" + Replica.fileName) {
                return try make(custody, invitation)
            }
            return try keep(custody, invitation, folder)
        }
    }

    private func make(
        _ custody: DeviceCustody,
        _ invitation: Invitation
    ) throws -> StoreMaker.Made {
        let enrolment = try custody.accept(invitation, code: code)
        return try StoreMaker.make(enrolment.partition, options, label: label) { store, folder in
            StoreMaker.Made(store, folder, enrolment.log, custody.device)
        }
    }

    private func keep(
        _ custody: DeviceCustody,
        _ invitation: Invitation,
        _ folder: String
    ) throws -> StoreMaker.Made {
        let store = try options.open()
        defer { try? store.replica.close() }
        guard store.replica.partition.id == invitation.landlord else {
            throw CustodyError(.membership, "the store at \(folder) is of another landlord")
        }
        let enrolment = try custody.accept(invitation, code: code)
        return StoreMaker.Made(store, folder, enrolment.log, custody.device)
    }
}
