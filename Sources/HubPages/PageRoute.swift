import Statistics

/// What a path of the pages names.
enum PageRoute: Hashable {
    case style
    case login
    case logout
    case home
    case funnel
    case landlords
    case map
    case tables
    case table(TableID)
    case release(programme: String)
    case nights
    case night(UTCDay)
    case bilans
    case freeze
    case figure(Figure)
    case bilan(programme: String, UTCDay, FileForm)
    case frozen(programme: String, UTCDay, FileForm)

    /// A form that a bilan is taken away in.
    enum FileForm: String, CaseIterable {
        case html
        case pdf
        case fods
        case csv
        case json
        /// The answer to a call for projects.
        case fodt
    }

    /// A figure that can be traced.
    enum Figure: Hashable {
        case rate(RateKind)
        case count(Indicator)

        init?(_ text: Substring) {
            if text.hasPrefix("taux-"), let kind = RateKind(rawValue: String(text.dropFirst(5))) {
                self = .rate(kind)
            } else if text.hasPrefix("nombre-"),
                let indicator = Indicator(code: String(text.dropFirst(7)))
            {
                self = .count(indicator)
            } else {
                return nil
            }
        }

        var path: String {
            switch self {
            case .rate(let kind): "/chiffres/taux-\(kind.code)"
            case .count(let indicator): "/chiffres/nombre-\(indicator.code)"
            }
        }
    }

    /// Where a release is taken away.
    static func path(ofRelease programme: String) -> String { "/publications/\(programme).json" }

    /// Reads a path in its one form; nil of any other.
    init?(_ path: Substring) {
        let plain: [Substring: PageRoute] = [
            "/connexion": .login, "/deconnexion": .logout, "/": .home, "/entonnoir": .funnel,
            "/bailleurs": .landlords, "/carte": .map, "/tableaux": .tables, "/nuits": .nights,
            "/bilans": .bilans,
            "/bilans/figer": .freeze, Substring(PageStyle.path): .style,
        ]
        if let route = plain[path] {
            self = route
            return
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard let route = Self.named(Array(parts)) else { return nil }
        self = route
    }

    private static func named(_ parts: [Substring]) -> PageRoute? {
        switch (parts.first, parts.count) {
        case ("chiffres", 2): return Figure(parts[1]).map { .figure($0) }
        case ("nuits", 2):
            guard parts[1].hasSuffix(".json") else { return nil }
            return UTCDay(iso: String(parts[1].dropLast(5))).map { .night($0) }
        case ("publications", 2):
            guard parts[1].hasSuffix(".json") else { return nil }
            return .release(programme: String(parts[1].dropLast(5)))
        case ("bilans", 3), ("figes", 3):
            guard let point = parts[2].lastIndex(of: "."),
                let day = UTCDay(iso: String(parts[2][..<point])),
                let form = FileForm(rawValue: String(parts[2][point...].dropFirst()))
            else { return nil }
            let programme = String(parts[1])
            return parts[0] == "bilans"
                ? .bilan(programme: programme, day, form) : .frozen(programme: programme, day, form)
        default: return nil
        }
    }
}
