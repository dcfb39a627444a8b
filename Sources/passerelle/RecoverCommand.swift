import ArgumentParser
import Custody
import Exchange
import FolderExchange
import HostSystem
import Membership
import Records
import ReplicaStore
import Sealing
import Tenancy

/// A landlord whose every device is lost comes back.
struct RecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Make a new administrator's store from the share and the recovery kit.",
        discussion: "The kit is used up: the answer shows the one that takes its place. Write it "
            + "down, then synchronise: from then on the others hear this device."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The newest membership log: the file that ends in .members.")
    var log: String

    @Option(help: "A file of the kit's five lines.")
    var kit: String

    @Option(help: "The folder of the bundles.")
    var folder: String

    @Option(help: "The name of this laptop, for the colleagues.")
    var label = "laptop"

    func run() throws {
        try Terminal.run(json: options.json) {
            let bytes = try ImportSource.read(log, limit: MembershipLimits.log)
            let log = try CustodyError.naming { try MembershipLog(bytes) }
            let kit = try readKit(of: log.roster.landlord)
            let mailbox = FolderMailbox(HostFolder(folder))
            let partition = try partition(log.roster.landlord, in: mailbox)
            let (typed, drawn) = try keys.forNewKeyring()
            return try StoreMaker.make(partition, options, label: label) { store, folder in
                let (custody, next) = try DeviceCustody.recover(
                    in: folder,
                    from: bytes,
                    with: kit,
                    under: typed,
                    .host
                )
                defer { try? custody.close() }
                let report = try pull(store, mailbox, custody, kit)
                let made = StoreMaker.Made(store, folder, try custody.log(), custody.device)
                return RecoverAnswer(made, next, report, passphrase: drawn)
            }
        }
    }

    private func readKit(of landlord: RecordID) throws -> RecoveryKit {
        let bytes = try ImportSource.read(kit, limit: 4_096)
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map(String.init)
            .filter { $0.contains { !$0.isWhitespace } }
        return try CustodyError.naming { try RecoveryKit(lines: lines, of: landlord) }
    }

    /// The partition, with the landlord's code as its bundles bear it.
    private func partition(
        _ landlord: RecordID,
        in mailbox: FolderMailbox
    ) throws -> PartitionID {
        let partitions = try mailbox.list().items.map(\.header.partition)
        guard let partition = partitions.first(where: { $0.id == landlord }) else {
            throw CustodyError(.notFound, "no bundle of this landlord lies in \(folder)")
        }
        return partition
    }

    /// Takes in all that the share holds; nothing is left there before the new kit was shown.
    private func pull(
        _ store: LandlordStore,
        _ mailbox: FolderMailbox,
        _ custody: DeviceCustody,
        _ kit: RecoveryKit
    ) throws -> SyncReport {
        let key = try CustodyError.naming { try kit.receiveKey() }
        let custodian = try SealedCustodian(custody, spareKeys: [key])
        return try SyncSession(store.replica, mailbox, custodian).pull()
    }
}
