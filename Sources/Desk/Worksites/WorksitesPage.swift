import Region
import Statistics
import Tenancy

/// The worksites, those that need people first to see, and the offers of no worksite.
struct WorksitesPage {
    struct Card {
        let path: String
        let name: String
        let about: String
        let figures: String
        /// Where the volunteers are too few for the hours of the clause.
        let alert: String?
    }

    let worksites: [Card]
    let hasWorksites: Bool
    let offers: [Card]
    let hasOffers: Bool
    let frameworks: [FormOption]
    let programmes: [FormOption]
    let kinds: [FormOption]
    let events: [FormOption]
    let key: String

    init(
        _ visit: DeskVisit,
        _ states: [WorksiteState],
        offers: [Opportunity],
        programmes: [Programme],
        events: [Event],
        key: String
    ) {
        let language = visit.language
        worksites = states.map { state in
            let figures = WorksiteFigures(state, language)
            return Card(
                path: DeskSite.worksitesSection + "/" + visit.handle(state.worksite.id, .worksite),
                name: state.worksite.name,
                about: figures.about,
                figures: figures.summary,
                alert: figures.alert
            )
        }
        hasWorksites = !worksites.isEmpty
        self.offers = offers.map { offer in
            Card(
                path: DeskSite.path(ofOffer: offer.id, visit),
                name: offer.title,
                about: OfferPage.about(offer, language),
                figures: "",
                alert: nil
            )
        }
        hasOffers = !offers.isEmpty
        frameworks = WorksiteFramework.allCases.map {
            FormOption(code: $0.rawValue, label: $0.libelle)
        }
        self.programmes = programmes.map { FormOption(code: $0.code, label: $0.name) }
        kinds = Self.kinds(language)
        self.events = events.map { event in
            FormOption(
                code: visit.handle(event.id, .event),
                label: event.name + ", " + language.day(event.day)
            )
        }
        self.key = key
    }

    static func kinds(_ language: DeskLanguage) -> [FormOption] {
        OpportunityKind.allCases.map {
            FormOption(code: $0.rawValue, label: language.word("offer-" + $0.rawValue))
        }
    }
}
