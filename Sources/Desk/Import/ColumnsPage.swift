import Tenancy

/// The columns of a file, each with a few of its values and what it is taken for.
struct ColumnsPage {
    struct Column {
        let name: String
        let header: String
        let values: String
        let isDropped: Bool
        let options: [FormOption]
    }

    let key: String
    let about: String
    let columns: [Column]
    /// The day of the extract, where somebody said it.
    let day: String

    init(_ visit: DeskVisit, _ pending: PendingImport) {
        let language = visit.language
        key = pending.key
        day = pending.extractedOn?.isoText ?? ""
        about = language.count(pending.sample.columns.count, "columnsCount")
        let fields = Dictionary(pending.choice.columns.map { ($1, $0) }) { first, _ in first }
        columns = pending.sample.columns.enumerated().map { place, column in
            Column(
                name: "c\(place)",
                header: column.header,
                values: column.values.joined(separator: " · "),
                isDropped: column.isDropped,
                options: column.isDropped ? [] : Self.options(fields[place], language)
            )
        }
    }

    private static func options(
        _ chosen: CanonicalField?,
        _ language: DeskLanguage
    ) -> [FormOption] {
        let aside = FormOption(code: "", label: language.word("columnAside"))
        return [aside]
            + CanonicalField.allCases.map {
                FormOption(
                    code: $0.rawValue,
                    label: language.label($0)
                        + (CanonicalField.required.contains($0) ? " *" : ""),
                    isChosen: $0 == chosen
                )
            }
    }
}
