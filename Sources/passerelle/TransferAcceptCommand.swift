import ArgumentParser
import Custody
import Foundation
import Membership
import Records
import Tenancy

/// A pack that another landlord's administrator sealed to this one.
struct TransferAcceptCommand: EnrolledCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Open a sealed pack, and make the file of the person who comes with it.",
        discussion: """
            For the administrator's device. Exit code 3: the file was made, and another may be of the \
            same person. The day of the consent and how it was given are kept with it.
            """
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Argument(help: "The pack.")
    var file: String

    @Option(help: "The code of the landlord that sent it.")
    var from: String

    func run(in store: LandlordStore, with custody: DeviceCustody) throws -> TenantAddCommand.Answer
    {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CustodyError(.notFound, "the pack cannot be read: name its file")
        }
        let letter = try CustodyError.naming { try SealedLetter(Array(bytes)) }
        let pack = try TransferPack(
            bytes: custody.open(letter, for: .transfer, from: from)
        )
        let (tenant, duplicates) = try store.accept(pack, from: from)
        return TenantAddCommand.Answer(
            tenant: TenantAnswer(tenant),
            duplicates: duplicates.map(TenantDuplicatesCommand.Pair.init)
        )
    }
}
