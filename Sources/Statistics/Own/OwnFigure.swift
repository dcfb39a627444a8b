/// One number of an own bilan as a row of a spreadsheet: what it is about, and where.
struct OwnFigure {
    let scope: String
    let place: String
    let name: String
    let indicator: String
    let code: String
    let value: Int

    /// Every number of a table, in order.
    static func all(of table: OwnTable) -> [OwnFigure] {
        table.places.flatMap { place in
            numbers(of: place).map { number in
                OwnFigure(
                    scope: table.frenchTitle,
                    place: place.place.text,
                    name: place.name,
                    indicator: number.words,
                    code: number.code,
                    value: number.value
                )
            }
        }
    }

    private typealias Number = (words: String, code: String, value: Int)

    private static func numbers(of place: OwnPlace) -> [Number] {
        var numbers: [Number] = [("personnes", "persons", place.persons)]
        for (code, value) in zip(OwnTable.funnel, place.funnel) {
            numbers.append((OwnTable.frenchWord(ofStep: code), "funnel_" + code, value))
        }
        for (code, value) in zip(OwnTable.outcomes, place.outcomes) {
            numbers.append((OwnTable.frenchWord(ofOutcome: code), "outcome_" + code, value))
        }
        return numbers
    }
}
