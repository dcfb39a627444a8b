extension DeskSite {
    /// What a path names, for somebody whose keys are open.
    func page(_ visit: DeskVisit) throws -> DeskAnswer {
        let parts = visit.request.parts
        switch (visit.request.method, parts.first, parts.count) {
        case (.get, "", 1): return try today(visit)
        case (.get, "actions", 1): return try events(visit)
        case (.post, "actions", 1): return try addEvent(visit)
        case (_, "emargement", 2...): return try sheets(visit, parts)
        default: throw DeskRefusal.missing
        }
    }
}
