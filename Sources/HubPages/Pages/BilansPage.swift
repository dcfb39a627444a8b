import Hub
import Statistics

/// The bilan of today to take away, and those that were frozen.
struct BilansPage {
    struct File {
        let href: String
        let label: String
        let about: String
    }

    struct Freeze {
        let form: String
        let programme: String
        let day: String
        let language: String
    }

    struct Frozen {
        let programme: String
        let day: String
        let frozenOn: String
        let sha256: String
        let files: [File]
    }

    let done: String?
    let nowText: String
    let now: [File]
    let freeze: Freeze?
    let hasFrozen: Bool
    let frozen: [Frozen]

    init(_ frozen: [FrozenBilan], done: String?, _ visit: PageVisit) {
        let language = visit.language
        self.done = done.map { language.word($0) }
        nowText = language.word("bilanNowText")
        let start = "/bilans/\(visit.programme.code)/\(visit.day.isoText)."
        now = Self.forms.map { form, label, about in
            File(
                href: start + form.rawValue,
                label: language.word(label),
                about: language.word(about)
            )
        }
        freeze =
            visit.account.role == .publisher
            ? Freeze(
                form: visit.token.formToken,
                programme: visit.programme.code,
                day: visit.day.isoText,
                language: language.rawValue
            ) : nil
        hasFrozen = !frozen.isEmpty
        self.frozen = frozen.map { Self.frozen($0, language) }
    }

    private static func frozen(_ bilan: FrozenBilan, _ language: PageLanguage) -> Frozen {
        let start = "/figes/\(bilan.programme)/\(bilan.day.isoText)."
        return Frozen(
            programme: bilan.programme,
            day: language.day(bilan.day),
            frozenOn: language.day(bilan.frozenOn),
            sha256: bilan.sha256,
            files: forms.map { form, _, _ in
                File(
                    href: start + form.rawValue,
                    label: form.rawValue.uppercased(),
                    about: "\(bilan.programme) \(language.day(bilan.day))"
                )
            }
        )
    }

    private static let forms: [(PageRoute.FileForm, String, String)] = [
        (.html, "page", "aboutHtml"), (.pdf, "PDF", "aboutPdf"), (.fods, "sheet", "aboutFods"),
        (.csv, "CSV", "aboutCsv"), (.json, "JSON", "aboutJson"), (.fodt, "call", "aboutCall"),
    ]
}
