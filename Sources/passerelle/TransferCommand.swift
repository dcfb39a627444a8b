import ArgumentParser

/// A person's file on its way to another landlord, with the person's consent.
struct TransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract:
            "Hand a person's file over to another landlord: consent, a sealed pack, acceptance.",
        subcommands: [
            TransferConsentCommand.self, TransferWithdrawCommand.self, TransferListCommand.self,
            TransferSendCommand.self, TransferAcceptCommand.self,
        ]
    )
}
