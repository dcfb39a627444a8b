import Hub
import Statistics

/// Somebody who is logged in, and what they look at.
struct PageVisit {
    let account: Account
    let token: SessionToken
    let language: PageLanguage
    let programme: Programme
    let day: UTCDay
    let programmes: [Programme]

    /// A path with what is looked at.
    func link(_ path: String) -> String { link(path, language, day) }

    func link(_ path: String, on day: UTCDay) -> String { link(path, language, day) }

    func link(_ path: String, in language: PageLanguage) -> String { link(path, language, day) }

    func link(_ figure: PageRoute.Figure) -> String { link(figure.path) }

    /// Where a figure of a landlord is traced.
    func link(_ figure: PageRoute.Figure, of landlord: String) -> String {
        link(figure.path) + "#" + landlord
    }

    func link(_ figure: PageRoute.Figure, on day: UTCDay) -> String { link(figure.path, on: day) }

    private func link(_ path: String, _ language: PageLanguage, _ day: UTCDay) -> String {
        "\(path)?programme=\(programme.code)&jour=\(day.isoText)"
            + (language == .english ? "&langue=en" : "")
    }
}
