import Hub
import Statistics

/// What stands around every page.
struct PageFrame {
    struct Link {
        let href: String
        let label: String
        let current: Bool
    }

    struct User {
        let name: String
        let role: String
        /// What the form of leaving bears.
        let form: String
    }

    struct Filter {
        struct Choice {
            let code: String
            let name: String
            let chosen: Bool
        }

        let action: String
        let programmes: [Choice]
        let day: String
        let english: Bool
    }

    let language: String
    let title: String
    let style = PageStyle.path
    let home: String
    /// The same page in the other language.
    let other: String
    var user: User?
    var nav: [Link] = []
    var filter: Filter?
    var main = ""
    let t: [String: String]

    var hasNav = false

    /// The frame of a page for nobody in particular.
    init(_ language: PageLanguage, title: String, path: String) {
        self.language = language.rawValue
        self.title = title
        let isFrench = language == .french
        home = isFrench ? "/" : "/?langue=en"
        other = path + (isFrench ? "?langue=en" : "?langue=fr")
        t = language.words
    }

    /// The frame of a page for a visitor; `filtered` where it can show another programme or day.
    init(_ visit: PageVisit, title: String, path: String, filtered: Bool) {
        let language = visit.language
        self.language = language.rawValue
        self.title = title
        home = visit.link("/")
        other = visit.link(path, in: language == .french ? .english : .french)
        t = language.words
        user = User(
            name: visit.account.name,
            role: language.word(visit.account.role.rawValue),
            form: visit.token.formToken
        )
        nav = Self.sections.map { target, word in
            Link(href: visit.link(target), label: language.word(word), current: target == path)
        }
        hasNav = true
        guard filtered else { return }
        filter = Filter(
            action: path,
            programmes: visit.programmes.map {
                Filter.Choice(
                    code: $0.code,
                    name: $0.name,
                    chosen: $0.code == visit.programme.code
                )
            },
            day: visit.day.isoText,
            english: language == .english
        )
    }

    private static let sections = [
        ("/", "homeTitle"), ("/entonnoir", "funnelTitle"), ("/bailleurs", "landlordsTitle"),
        ("/tableaux", "tablesTitle"), ("/carte", "mapTitle"), ("/nuits", "nightsTitle"),
        ("/bilans", "bilansTitle"),
    ]
}
