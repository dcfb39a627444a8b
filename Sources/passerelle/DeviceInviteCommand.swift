import ArgumentParser
import Custody
import Membership
import ReplicaStore
import Sealing
import Tenancy

/// The second file of an enrolment, made on the administrator's device.
struct DeviceInviteCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Add the device of a request, and make the file that answers it.",
        discussion: "For the administrator's device. The invitation serves once, within a week; "
            + "the code goes by voice, never with the file."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The file of the device that asks.")
    var request: String

    @Option(help: "The file to make.")
    var out: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let bytes = try ImportSource.read(request, limit: MembershipLimits.request)
        let request = try CustodyError.naming { try DeviceRequest(bytes) }
        return try OutFile.make(out) {
            let (invitation, station) = try custody.invite(request, into: store.replica.partition)
            let answer = Answer(
                file: out,
                station: station.number,
                fingerprint: request.fingerprint.description,
                code: invitation.code.description
            )
            return (invitation.bytes, answer)
        }
    }

    struct Answer: Report {
        let file: String
        let station: UInt64
        let fingerprint: String
        let code: String

        var text: String {
            """
            Invitation of poste \(station): \(file).
            Words of the request, which the other device must show too:
              \(fingerprint)
            Code, to be read aloud:
              \(code)
            """
        }
    }
}
