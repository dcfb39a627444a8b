import Statistics
import Tenancy

/// What can be taken out of the store, and what is asked before.
struct ExportsPage {
    struct Choice {
        let code: String
        let label: String
    }

    struct File {
        let label: String
        let columns: String
    }

    let files: [File]
    let kinds: [Choice]
    let purposes: [Choice]
    let programmes: [Choice]

    init(_ visit: DeskVisit, programmes: [Programme]) {
        let language = visit.language
        kinds = ExportKind.allCases.map {
            Choice(code: $0.rawValue, label: language.word("export-" + $0.rawValue))
        }
        purposes = ExportPurpose.allCases.map {
            Choice(code: $0.rawValue, label: language.word("purpose-" + $0.rawValue))
        }
        files = ExportKind.allCases.map {
            File(
                label: language.word("export-" + $0.rawValue),
                columns: LandlordStore.headers($0).joined(separator: ", ")
            )
        }
        self.programmes = programmes.map { Choice(code: $0.code, label: $0.name) }
    }
}
