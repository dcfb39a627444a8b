/// First names, drawn as often as they were given to that sex in that decade.
enum FirstNames {
    /// The decades that the list covers, by their first year.
    static let decades = [1950, 1960, 1970, 1980, 1990, 2000]

    /// The names of one sex and decade, with running totals to draw from.
    private struct Ranking: Sendable {
        var names: [String] = []
        var totals: [Int] = []
    }

    /// One ranking per title and decade, the titles in the order of their cases.
    private static let rankings: [Ranking] = {
        var rankings = Array(repeating: Ranking(), count: Title.allCases.count * decades.count)
        for line in FirstNamesText.csv.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ";").map(String.init)
            guard fields.count == 4, let decade = Int(fields[1]), let count = Int(fields[3]) else {
                continue
            }
            let index = place(fields[0] == "F" ? .madame : .monsieur, decade)
            rankings[index].names.append(fields[2])
            rankings[index].totals.append((rankings[index].totals.last ?? 0) + count)
        }
        return rankings
    }()

    static func draw(
        _ title: Title,
        bornIn year: Int,
        from random: inout SeededGenerator
    ) -> String {
        let ranking = rankings[place(title, year)]
        let target = random.below(ranking.totals.last ?? 0)
        var low = 0
        var high = ranking.names.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ranking.totals[middle] > target { high = middle } else { low = middle + 1 }
        }
        return ranking.names[low]
    }

    /// Years before or after the list take the nearest decade.
    private static func place(_ title: Title, _ year: Int) -> Int {
        let decade = min(max((year - 1_950) / 10, 0), decades.count - 1)
        return (title == .madame ? 0 : decades.count) + decade
    }
}
