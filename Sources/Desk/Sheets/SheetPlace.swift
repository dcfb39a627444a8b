import Records

/// The list of an event, at the door or at one stop of a Rallye.
struct SheetPlace: Hashable, Sendable {
    let event: RecordID
    let stop: RecordID?

    /// The path of its page.
    func path(_ visit: DeskVisit) -> String {
        let base = "/emargement/" + visit.handle(event, .event)
        return stop.map { base + "/etape/" + visit.handle($0, .stop) } ?? base
    }

    /// The path of what is done there.
    func path(_ visit: DeskVisit, _ action: String) -> String { path(visit) + "/" + action }
}
