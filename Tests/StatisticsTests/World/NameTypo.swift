import InventedPeople

/// One way in which two landlords write the same person differently.
enum NameTypo: String, CaseIterable {
    case capitals = "capitals without accents"
    case hyphens = "hyphens as spaces"
    case spaces = "stray spaces and stops"
    case joinedName = "parts of the name joined"
    case lostLetter = "a letter lost"
    case swappedLetters = "two letters swapped"
    case firstOfTwo = "the first of two given names"
    case birthName = "birth name for married name"
    case swappedDay = "day and month swapped"

    struct Written {
        var last: String
        var first: String
        var born: String
    }

    /// Whether the folding is made for it.
    var isMended: Bool {
        switch self {
        case .capitals, .hyphens, .spaces, .joinedName: true
        default: false
        }
    }

    static func iso(_ date: BirthDate) -> String {
        let year = String(date.year)
        let month = (date.month < 10 ? "0" : "") + String(date.month)
        return "\(year)-\(month)-" + (date.day < 10 ? "0" : "") + String(date.day)
    }

    /// The person so written; nil where it makes no difference to write them so.
    func written(_ person: Person, _ random: inout SeededGenerator) -> Written? {
        var written = Written(
            last: person.lastName,
            first: person.firstName,
            born: Self.iso(person.birthDate)
        )
        let same = written
        switch self {
        case .capitals:
            written.last = Self.plain(written.last).uppercased()
            written.first = Self.plain(written.first).uppercased()
        case .hyphens:
            written.first = written.first.split(separator: "-").joined(separator: " ")
            written.last = written.last.split(separator: "-").joined(separator: " ")
        case .spaces:
            written.last = " " + written.last + ". "
        case .joinedName:
            written.last = written.last.filter { $0.isLetter }
            written.first = written.first.filter { $0.isLetter }
        case .lostLetter:
            let index = 1 + random.below(max(1, written.last.count - 1))
            written.last = String(
                written.last.enumerated().filter { $0.offset != index }.map(\.element)
            )
        case .swappedLetters:
            var letters = Array(written.last)
            guard letters.count > 2, letters[0].isLetter, letters[1].isLetter else { return nil }
            letters.swapAt(0, 1)
            written.last = String(letters)
            if written.last.lowercased() == same.last.lowercased() { return nil }
        case .firstOfTwo:
            written.first = written.first.split(separator: "-").first.map(String.init) ?? ""
        case .birthName:
            written.last = person.birthName ?? written.last
        case .swappedDay:
            guard
                let date = BirthDate(
                    year: person.birthDate.year,
                    month: person.birthDate.day,
                    day: person.birthDate.month
                )
            else { return nil }
            written.born = Self.iso(date)
        }
        let isSame =
            written.last == same.last && written.first == same.first && written.born == same.born
        return isSame ? nil : written
    }

    private static func plain(_ text: String) -> String {
        let plain: [Character: Character] = [
            "é": "e", "è": "e", "ê": "e", "ë": "e", "É": "E", "ï": "i", "î": "i", "ç": "c",
            "ô": "o",
            "û": "u", "ü": "u", "à": "a", "â": "a",
        ]
        return String(text.map { plain[$0] ?? $0 })
    }
}
