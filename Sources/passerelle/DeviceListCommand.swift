import ArgumentParser
import Custody
import Membership
import Sealing
import Tenancy

/// Who belongs.
struct DeviceListCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the devices of the landlord, revoked ones too."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> Answer {
        let roster = try custody.log().roster
        let heads = Dictionary(grouping: try custody.heads(), by: \.device)
        let peers = try PeersAnswer(store).peers
        let members = roster.members.values.sorted { $0.station.number < $1.station.number }
        return Answer(
            devices: members.map { member in
                let head = heads[member.device]?.max { $0.seenAt < $1.seenAt }
                let peer = peers.first { $0.id == head?.replica }
                return DeviceLine(member, roster, own: custody.device, head: head, peer)
            }
        )
    }

    struct Answer: Report {
        let devices: [DeviceLine]

        var text: String {
            (["\(devices.count) devices."] + devices.map(\.text)).joined(separator: "\n")
        }
    }
}
