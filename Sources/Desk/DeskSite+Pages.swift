extension DeskSite {
    /// What a path names, for somebody whose keys are open.
    func page(_ visit: DeskVisit) throws -> DeskAnswer {
        let parts = visit.request.parts
        switch (visit.request.method, parts.first, parts.count) {
        case (.get, "", 1): return try today(visit)
        case (.get, "actions", 1): return try events(visit)
        case (.post, "actions", 1): return try addEvent(visit)
        case (_, "emargement", 2...): return try sheets(visit, parts)
        case (_, "locataires", 1...): return try tenants(visit, Array(parts.dropFirst()))
        case (_, "doublons", 3): return try pair(visit, parts[1], parts[2])
        case (.post, "fusions", 1): return try unmerge(visit)
        case (.get, "a-traiter", 1): return try toDo(visit)
        case (.post, "a-traiter", 1): return try decide(visit)
        case (.get, "fichiers", 1): return try exports(visit)
        case (.post, "fichiers", 2) where parts[1] == "exporter": return try export(visit)
        case (.get, "reglages", 1): return try settings(visit)
        case (.post, "reglages", 2): return try change(visit, parts[1])
        default: throw DeskRefusal.missing
        }
    }
}
