import ArgumentParser

/// The tenants' files.
struct TenantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract: "Add, show, find and correct tenants' files, and settle duplicates.",
        subcommands: [
            TenantAddCommand.self, TenantShowCommand.self, TenantFindCommand.self,
            TenantUpdateCommand.self, TenantDuplicatesCommand.self, TenantMergeCommand.self,
            TenantUnmergeCommand.self, TenantMergesCommand.self, TenantVerifyCommand.self,
        ]
    )
}
