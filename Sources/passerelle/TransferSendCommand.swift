import ArgumentParser
import Custody
import Membership
import Records
import Tenancy

/// The pack of a transfer, sealed to the other landlord's administrator.
struct TransferSendCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract:
            "Make the sealed pack of a transfer; the person's file is read only from then on.",
        discussion: """
            For the administrator's device, once six words were compared (period-key compare). Only the \
            other landlord's administrator opens the file: bring it as you like.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The transfer's identity, or its first digits.")
    var transfer: String

    @Option(help: "The file to make.")
    var output: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> DeviceDone {
        let door = try RegionDoor(options, store, custody)
        defer { door.close() }
        let id = try store.resolve(transfer, in: "transfer")
        return try OutFile.make(output) {
            let letter = try store.packTransfer(id) { pack in
                guard let card = try door.card(of: pack.to) else {
                    throw CustodyError(
                        .notFound,
                        "the hub has passed on no administrator of \(pack.to): synchronise "
                            + "[no-administrator]"
                    )
                }
                return try custody.seal(
                    pack.bytes(),
                    for: .transfer,
                    about: pack.pack,
                    to: card,
                    of: pack.to
                )
            }
            let done = DeviceDone(
                isChanged: true,
                text: "The pack is in \(output); the file is read only here from now on."
            )
            return (letter.bytes, done)
        }
    }
}
