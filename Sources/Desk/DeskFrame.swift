/// What stands around every page.
struct DeskFrame {
    struct Link {
        let href: String
        let label: String
        let current: Bool
    }

    let language: String
    let title: String
    let style = DeskFile.style.path
    let script = DeskFile.script.path
    var hasNav = false
    var nav: [Link] = []
    /// The path of this page, to come back to it in another language.
    var path = "/"
    /// What every form bears; none where there is no session.
    var jeton: String?
    var notice: DeskSession.Notice?
    var main = ""
    let t: [String: String]

    /// The frame of a page for nobody in particular.
    init(_ language: DeskLanguage, title: String) {
        self.language = language.rawValue
        self.title = title
        t = language.words
    }

    /// The frame of a page of a section.
    init(_ visit: DeskVisit, title: String, section: String) {
        self.init(visit.language, title: title)
        jeton = visit.token.formToken
        path = visit.request.method == .get ? visit.request.path : "/"
        hasNav = true
        nav = Self.sections.map { href, word in
            Link(href: href, label: visit.language.word(word), current: href == section)
        }
    }

    private static let sections = [
        ("/", "todayTitle"), ("/actions", "eventsTitle"), ("/locataires", "tenantsTitle"),
        ("/orientations", "referralsTitle"), ("/chantiers", "worksitesTitle"),
        ("/a-traiter", "toDoTitle"), ("/fichiers", "filesNav"), ("/droits", "rightsTitle"),
        ("/reglages", "settingsTitle"),
    ]
}
