import Foundation
import Hub
import HubServer
import Hummingbird
import Seams
import Statistics
import WebPages

extension UnionSite {
    /// A page or a file, for somebody who is logged in.
    func read(_ route: PageRoute, _ request: Request) async throws -> HubAnswer {
        guard let token = cookie.token(of: request),
            let account = try store.account(of: token, at: clock.now())
        else { return Self.redirect("/connexion" + Self.suffix(language(of: request))) }
        switch route {
        case .bilan, .frozen, .night, .release: return try await file(route, token)
        default: break
        }
        let (visit, fields) = try visit(of: account, token, request)
        try note(.view, visit.link(String(request.bare), in: .french), token)
        return try await shown(route, visit, fields)
    }

    private static func suffix(_ language: PageLanguage) -> String {
        language == .english ? "?langue=en" : ""
    }

    /// Notes what is seen or taken; whoever's session ended meanwhile sees nothing.
    func note(_ action: PageAudit.Action, _ what: String, _ token: SessionToken) throws {
        guard try store.note(action, of: what, by: token, at: clock.now()) != nil else {
            throw PageRefusal.form
        }
    }

    /// What a request looks at: the programme and the day, within what there is.
    func visit(
        of account: Account,
        _ token: SessionToken,
        _ request: Request
    ) throws -> (PageVisit, FormFields) {
        guard let fields = FormFields(request.query.utf8) else { throw PageRefusal.missing }
        let programmes = try store.programmes()
        guard let latest = programmes.max(by: { $0.start < $1.start }) else {
            throw PageRefusal.noProgramme
        }
        var programme = latest
        if let code = fields["programme"] {
            guard let named = programmes.first(where: { $0.code == code }) else {
                throw PageRefusal.missing
            }
            programme = named
        }
        let visit = PageVisit(
            account: account,
            token: token,
            language: language(of: request),
            programme: programme,
            day: try day(fields["jour"]),
            programmes: programmes
        )
        return (visit, fields)
    }

    /// The day that was asked for; else that of the last night, whose figures are whole.
    private func day(_ asked: String?) throws -> UTCDay {
        guard let asked else {
            let number = try store.lastNight()?.day ?? clock.today
            guard let day = UTCDay(number: number) else { throw PageRefusal.failed }
            return day
        }
        guard let day = UTCDay(iso: asked) else { throw PageRefusal.missing }
        return day
    }

    private func shown(
        _ route: PageRoute,
        _ visit: PageVisit,
        _ fields: FormFields
    ) async throws -> HubAnswer {
        let words = visit.language.words
        switch route {
        case .tables:
            let asked = try fields["tableau"].map(Self.table) ?? .persons(.territory)
            return try await figures(.table(asked), visit)
        case .nights:
            let reports = try store.nights(last: FigureShelf.nights)
            let main = try main(.nuits, NightsPage(reports, by: keys(), visit), words)
            return try page(main, visit, "nightsTitle", "/nuits", filtered: false)
        case .bilans:
            let done = ["1": "frozenNow", "0": "frozenBefore"][fields["fige"] ?? ""]
            let model = BilansPage(try store.frozenBilans(), done: done, visit)
            return try page(try main(.bilans, model, words), visit, "bilansTitle", "/bilans")
        default: return try await figures(route, visit)
        }
    }

    /// A table of the catalogue: there is no other question.
    private static func table(_ code: String) throws -> TableID {
        do { return try Catalogue.current.table(code: code) } catch { throw PageRefusal.missing }
    }

    /// A page of figures, as it was written last where nothing changed since.
    private func figures(_ route: PageRoute, _ visit: PageVisit) async throws -> HubAnswer {
        let page = FigureShelf.PageKey(
            route: route,
            language: visit.language,
            programme: visit.programme.code,
            day: visit.day
        )
        let (kept, generation) = await shelf.page(page)
        var main = kept ?? ""
        if kept == nil {
            main = try await written(route, visit)
            await shelf.keep(main, page, generation)
        }
        switch route {
        case .funnel: return try self.page(main, visit, "funnelTitle", "/entonnoir")
        case .landlords: return try self.page(main, visit, "landlordsTitle", "/bailleurs")
        case .map: return try self.page(main, visit, "mapTitle", "/carte")
        case .table:
            return try self.page(main, visit, "tablesTitle", "/tableaux", filtered: false)
        case .figure(let figure):
            let title = Self.title(figure, visit.language)
            let frame = PageFrame(visit, title: title, path: figure.path, filtered: true)
            return try self.page(main, in: frame)
        default:
            let frame = PageFrame(visit, title: visit.programme.name, path: "/", filtered: true)
            return try self.page(main, in: frame)
        }
    }

    private func written(_ route: PageRoute, _ visit: PageVisit) async throws -> String {
        let (code, words) = (visit.programme.code, visit.language.words)
        switch route {
        case .map:
            return try main(.carte, MapPage(try await shelf.release(code), visit.language), words)
        case .table(let table):
            let file = try await shelf.release(code)
            let signature = ReleaseSignature(keys: keys())
            return try main(
                .tableaux,
                TablesPage(table, file, visit, isSigned: signature),
                words
            )
        default: break
        }
        let bilan = try await shelf.bilan(code, visit.day)
        switch route {
        case .funnel: return try main(.entonnoir, FunnelPage(bilan, visit), words)
        case .landlords:
            let night = try store.lastNight().map { try HubOffice.read($0.report) }
            return try main(.bailleurs, LandlordsPage(bilan, night, visit), words)
        case .figure(let figure): return try main(.chiffre, FigurePage(figure, bilan, visit), words)
        default:
            let nights = try await shelf.history(code, visit.day)
            return try main(.accueil, HomePage(bilan, nights, visit), words)
        }
    }

    private static func title(_ figure: PageRoute.Figure, _ language: PageLanguage) -> String {
        switch figure {
        case .rate(let kind): language.label(kind)
        case .count(let indicator): language.label(indicator)
        }
    }

    private func page(
        _ main: String,
        _ visit: PageVisit,
        _ title: String,
        _ path: String,
        filtered: Bool = true
    ) throws -> HubAnswer {
        let title = visit.language.word(title)
        return try page(
            main,
            in: PageFrame(visit, title: title, path: path, filtered: filtered)
        )
    }
}
