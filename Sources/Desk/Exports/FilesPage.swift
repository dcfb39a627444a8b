import Statistics
import Tenancy

/// What can be taken into the store and out of it, and what is asked before.
struct FilesPage {
    struct File {
        let label: String
        let columns: String
    }

    /// Whether an import was begun, and not made or given up.
    let isImporting: Bool
    /// Whether the last import has a report.
    let hasReport: Bool
    let files: [File]
    let kinds: [FormOption]
    let purposes: [FormOption]
    let programmes: [FormOption]

    init(_ visit: DeskVisit, programmes: [Programme], pending: PendingImport?) {
        let language = visit.language
        hasReport = pending?.report != nil
        isImporting = pending != nil && !hasReport
        kinds = ExportKind.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("export-" + $0.rawValue))
        }
        purposes = ExportPurpose.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("export-for-" + $0.rawValue))
        }
        files = ExportKind.allCases.map {
            File(
                label: language.word("export-" + $0.rawValue),
                columns: LandlordStore.headers($0).joined(separator: ", ")
            )
        }
        self.programmes = programmes.map { FormOption(code: $0.code, label: $0.name) }
    }
}
