import ArgumentParser

/// Who belongs to the landlord: its devices.
struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device",
        abstract: "Enrol devices by two files and six words; list, revoke and renew them.",
        subcommands: [
            DeviceRequestCommand.self, DeviceInviteCommand.self, DeviceAcceptCommand.self,
            DeviceListCommand.self, DeviceRenewCommand.self, DeviceRevokeCommand.self,
            DeviceHandOverCommand.self,
        ]
    )
}
