import Tenancy

/// Everything about one person, to be handed to them.
struct AccessPage {
    struct Entry {
        let lines: [AccessRecord.Line]
        let written: String
    }

    struct Section {
        let title: String
        let entries: [Entry]
    }

    let about: String
    let sections: [Section]
    let setAside: [AccessRecord.Line]
    let hasSetAside: Bool

    init(_ visit: DeskVisit, _ record: AccessRecord) {
        let language = visit.language
        about = language.word(
            "accessDocAbout",
            [
                "bailleur": record.landlord,
                "jour": CalendarDay(isoText: record.day).map(language.day) ?? record.day,
            ]
        )
        sections = record.sections.map { section in
            Section(
                title: section.title,
                entries: section.entries.map { entry in
                    Entry(
                        lines: entry.lines,
                        written: language.author(entry.writtenBy, "", entry.writtenAt)
                    )
                }
            )
        }
        setAside = record.setAside
        hasSetAside = !setAside.isEmpty
    }
}
