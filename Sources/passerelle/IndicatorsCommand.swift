import ArgumentParser
import Records
import Statistics
import Tenancy

/// The figures.
struct IndicatorsCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Count what may be published, each figure with its definition."
    )

    @OptionGroup var options: StoreOptions

    @Option(help: "Only this event: at least 4 digits of its identity.")
    var event: String?

    @Option(help: "Only this programme, by its code.")
    var programme: String?

    func run(in store: LandlordStore) throws -> IndicatorsAnswer {
        let scope: IndicatorScope =
            switch (event, programme) {
            case (nil, nil): .landlord
            case (nil, let code?): .programme(code)
            case (let event?, nil): .event(try store.resolve(event, in: "event"))
            case (.some, .some):
                throw ValidationError("--event and --programme do not go together: choose one")
            }
        return try IndicatorsAnswer(try store.indicators(scope))
    }
}

/// Counts and rates, each with what it means.
struct IndicatorsAnswer: Report {
    struct Figure: Encodable {
        let code: String
        let label: String
        let count: Int
        let definition: String
    }

    struct Share: Encodable {
        let code: String
        let label: String
        let numerator: Int
        let denominator: Int
        let percent: String
        let definition: String
    }

    let asOf: String
    let counts: [Figure]
    let rates: [Share]

    init(_ indicators: Indicators) throws {
        asOf = indicators.asOf.isoText
        counts = indicators.shown.map {
            Figure(
                code: $0.indicator.code,
                label: $0.indicator.frenchLabel,
                count: $0.count,
                definition: $0.indicator.frenchDefinition
            )
        }
        rates = try indicators.rates.filter { $0.denominator > 0 }.map {
            Share(
                code: $0.kind.code,
                label: $0.kind.frenchLabel,
                numerator: $0.numerator,
                denominator: $0.denominator,
                percent: $0.percentText,
                definition: $0.definition
            )
        }
    }

    var text: String {
        var lines = ["As of \(asOf), in distinct persons unless said."]
        for figure in counts {
            lines.append("\(figure.label) : \(figure.count)")
            lines.append("    \(figure.definition)")
        }
        for share in rates {
            let fraction = "\(share.numerator) / \(share.denominator)"
            lines.append("\(share.label) : \(share.percent) (\(fraction))")
            lines.append("    \(share.definition)")
        }
        return lines.joined(separator: "\n")
    }
}
