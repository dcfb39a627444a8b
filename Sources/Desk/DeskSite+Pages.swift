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
        case (_, "orientations", 1...): return try referrals(visit, Array(parts.dropFirst()))
        case (_, "partenaires", 1...): return try partners(visit, Array(parts.dropFirst()))
        case (_, "doublons", 3): return try pair(visit, parts[1], parts[2])
        case (.post, "fusions", 1): return try unmerge(visit)
        case (.get, "a-traiter", 1): return try toDo(visit)
        case (.post, "a-traiter", 1): return try decide(visit)
        case (_, "chantiers", 1...): return try worksites(visit, Array(parts.dropFirst()))
        case (_, "offres", 1...): return try offers(visit, Array(parts.dropFirst()))
        case (_, "droits", 1...): return try rights(visit, Array(parts.dropFirst()))
        case (_, "fichiers", 1...): return try files(visit, Array(parts.dropFirst()))
        case (.get, "reglages", 1): return try settings(visit)
        case (_, "reglages", 2...3) where parts[1] == "postes":
            return try devices(visit, parts.count > 2 ? parts[2] : nil)
        case (.post, "reglages", 2) where parts[1] == "phrase":
            return try changePassphrase(visit)
        case (.post, "reglages", 2): return try change(visit, parts[1])
        default: throw DeskRefusal.missing
        }
    }
}
