import Foundation
import Hub
import HubServer
import Hummingbird
import Seams
import Statistics
import WebPages

extension UnionSite {
    /// A file to take away; that it was taken is noted first.
    func file(_ route: PageRoute, _ token: SessionToken) async throws -> HubAnswer {
        switch route {
        case .night(let day):
            guard let night = try store.night(of: day.number) else { throw PageRefusal.missing }
            try note(.export, "/nuits/\(day.isoText).json", token)
            return Self.file(night.report, "application/json", "nuit-\(day.isoText).json")
        case .release(let programme):
            guard try store.programmes().contains(where: { $0.code == programme }),
                let file = try await shelf.release(programme)
            else { throw PageRefusal.missing }
            try note(.export, PageRoute.path(ofRelease: programme), token)
            return Self.file(
                file.canonicalBytes,
                "application/json",
                "publication-\(programme).json"
            )
        case .bilan(let programme, let day, let form):
            guard try store.programmes().contains(where: { $0.code == programme }) else {
                throw PageRefusal.missing
            }
            try note(.export, "/bilans/\(programme)/\(day.isoText).\(form.rawValue)", token)
            let bilan = try await shelf.bilan(programme, day)
            return try await file(form, "\(programme)-\(day.isoText)", day) { format in
                format.render(bilan)
            } paper: {
                .answerToCall(bilan)
            }
        case .frozen(let programme, let day, let form):
            guard try store.frozenBilan(programme: programme, day: day.number) != nil else {
                throw PageRefusal.missing
            }
            try note(.export, "/figes/\(programme)/\(day.isoText).\(form.rawValue)", token)
            return try await file(form, "\(programme)-\(day.isoText)-fige", day) { format in
                try store.frozenBytes(programme: programme, day: day.number, as: format)
            } paper: {
                let json = try store.frozenBytes(programme: programme, day: day.number, as: .json)
                return .answerToCall(try Bilan(json: json))
            }
        default: throw PageRefusal.missing
        }
    }

    private func file(
        _ form: PageRoute.FileForm,
        _ name: String,
        _ day: UTCDay,
        _ bytes: (BilanFormat) throws -> [UInt8],
        paper: () throws -> Paper
    ) async throws -> HubAnswer {
        switch form {
        case .html: return Self.bilanPage(try bytes(.html))
        case .csv: return Self.bilan(.csv, try bytes(.csv), name)
        case .fods: return Self.bilan(.fods, try bytes(.fods), name)
        case .json: return Self.bilan(.json, try bytes(.json), name)
        case .fodt:
            let type = "application/vnd.oasis.opendocument.text-flat-xml"
            return Self.file(try paper().render(.fodt), type, "appel-\(name).fodt")
        case .pdf:
            let page = try bytes(.html)
            guard
                let pdf = try? await printing.run({ try await printer(page, day.isoText) })
            else { throw PageRefusal.printer }
            return Self.file(pdf, "application/pdf", "bilan-\(name).pdf")
        }
    }

    private static func bilan(_ format: BilanFormat, _ bytes: [UInt8], _ name: String) -> HubAnswer
    {
        file(bytes, format.mediaType, "bilan-\(name).\(format.fileExtension)")
    }

    /// A bilan as a page of its own: it holds its style, which its policy names by hash.
    private static func bilanPage(_ page: [UInt8]) -> HubAnswer {
        HubAnswer(
            200,
            BilanFormat.html.mediaType,
            page,
            ["content-security-policy": PageHeaders.policy(ofStyleIn: page)]
        )
    }

    private static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> HubAnswer {
        HubAnswer(200, type, bytes, ["content-disposition": "attachment; filename=\"\(name)\""])
    }

    /// Freezes a bilan for a publisher.
    func freeze(_ request: Request) async throws -> HubAnswer {
        let fields = try await form(of: request)
        guard let token = cookie.token(of: request), isOwn(fields, token, request),
            let account = try store.account(of: token, at: clock.now())
        else { throw PageRefusal.form }
        guard account.role == .publisher else { throw PageRefusal.role }
        guard let code = fields["programme"], let day = fields["jour"].flatMap({ UTCDay(iso: $0) }),
            try store.programmes().contains(where: { $0.code == code })
        else { throw PageRefusal.missing }
        guard day.number <= clock.today else { throw PageRefusal.future }
        try note(.freeze, "\(code) \(day.isoText)", token)
        let isNew = try store.freeze(programme: code, day: day.number, on: clock.today).isNew
        let language = fields["langue"] == "en" ? "&langue=en" : ""
        return Self.redirect(
            "/bilans?programme=\(code)&jour=\(day.isoText)&fige=\(isNew ? 1 : 0)\(language)"
        )
    }
}
