import GRDB
import Statistics

/// Makes the tokens of the persons whom a statement counts, in one pass over the files.
///
/// A person whom nobody could tell from another, by name and day of birth, has no token and is counted
/// beside. Two files of one name and day that nobody merged count twice here, as in the headline.
struct TokenMaker {
    let region: String
    let key: PeriodKey
    private(set) var tokens: [PersonToken.Figure: Set<PersonToken>] = [:]

    init(region: String, under key: PeriodKey) {
        (self.region, self.key) = (region, key)
    }

    mutating func read(
        _ database: Database,
        of persons: [PersonToken.Figure: Set<RowKey>]
    ) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, last_name, first_name, birth_date FROM tenant"
        )
        while let row = try rows.next() {
            guard let file = try RowKey(row, 0) else { continue }
            let figures = persons.filter { $0.value.contains(file) }.map(\.key)
            guard !figures.isEmpty, let surname = row[1] as String?,
                let firstName = row[2] as String?, let birthDate = row[3] as String?,
                let person = PersonIdentity(
                    surname: surname,
                    firstName: firstName,
                    birthDate: birthDate
                )
            else { continue }
            for figure in figures {
                let token = PersonToken(of: person, in: figure, region: region, under: key)
                tokens[figure, default: []].insert(token)
            }
        }
    }
}
