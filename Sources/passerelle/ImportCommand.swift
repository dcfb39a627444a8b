import ArgumentParser
import Tenancy

/// Takes an extract of the landlord's ERP into the store.
struct ImportCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import an ERP extract (CSV): all of it or, on a failure, nothing.",
        discussion: """
            A field that an agent edited since the last extract keeps the agent's value, and the \
            ERP's is listed beside it. Exit code 3: rows were rejected, or conflicts are open.
            """
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "A JSON file of the landlord's own headers: {\"last_name\": [\"NOM_OCC\"]}.")
    var mapping: String?

    @Flag(help: "Show what would happen and change nothing.")
    var dryRun = false

    @Option(help: "The day of the extract, as dd/mm/yyyy or yyyy-mm-dd.")
    var extractedOn: String?

    @Argument(help: "The CSV file.")
    var file: String

    func run(in store: LandlordStore) throws -> ImportAnswer {
        let today = try ImportHostDay.today()
        let limits = ImportLimits()
        let erpFile = try ErpFile(
            bytes: try ImportSource.read(file, limit: limits.fileBytes),
            mapping: try readMapping(),
            today: today,
            limits: limits
        )
        let progress = ImportProgress()
        let report = try store.importErp(
            erpFile,
            isDryRun: dryRun,
            extractedOn: try readDay(today),
            progress: { progress.tell($0, of: $1) }
        )
        return ImportAnswer(report)
    }

    private func readMapping() throws -> ColumnMapping {
        guard let mapping else { return .standard }
        return try ColumnMapping.reading(
            json: try ImportSource.read(mapping, limit: ImportSource.mappingLimit)
        )
    }

    private func readDay(_ today: CalendarDay) throws -> CalendarDay? {
        guard let extractedOn else { return nil }
        guard case .day(let day) = DateText.read(extractedOn, today: today), day <= today else {
            throw TenancyError(
                .badValue,
                "‘\(extractedOn)’ is no day up to today: write dd/mm/yyyy"
            )
        }
        return day
    }
}
