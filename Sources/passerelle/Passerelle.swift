import ArgumentParser

/// The landlord's command line: one small command a verb, each with `--json`.
@main
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: "A landlord's tenants on their way back to work: offline, on this laptop.",
        discussion: """
            Name the store with --store DIR or PASSERELLE_STORE. Errors go to standard error; exit \
            codes are listed in Docs/cli.md.
            """,
        version: "0.1.0",
        subcommands: [
            DeskCommand.self, LandlordCommand.self, ReplicaCommand.self, DeviceCommand.self,
            SyncCommand.self,
            StatusCommand.self, InboxCommand.self, QuarantineCommand.self,
            RelayedCommand.self, AuditCommand.self,
            RecoverCommand.self,
            BackupCommand.self, RestoreCommand.self, VerifyCommand.self, RepairCommand.self,
            TenantCommand.self, ImportCommand.self, ExportCommand.self,
            ProgrammeCommand.self, EventCommand.self, RegisterCommand.self, CheckInCommand.self,
            SituationCommand.self, IdentifyCommand.self, ReferCommand.self, OutcomeCommand.self,
            WorksiteCommand.self, IndicatorsCommand.self, OwnBilanCommand.self,
            StatementGroupCommand.self, PeriodKeyCommand.self, TransferCommand.self,
            RightsCommand.self,
        ]
    )
}
