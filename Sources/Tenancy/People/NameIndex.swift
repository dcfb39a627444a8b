import Foundation
import GRDB
import Records
import ReplicaStore

/// The words of all names, in memory only: it finds people whose name was typed with a mistake.
///
/// It is on no disk, so that nothing of an erased person outlives them in it.
package struct NameIndex: Sendable {
    /// More words than are looked up: the rest is left aside.
    private static let mostWords = 6
    private static let erasedFiles = "FROM passerelle_erased WHERE collection = 'tenant'"

    private var texts: [RecordID: String] = [:]
    private var places: [String: Int] = [:]
    private var words: [[UInt8]] = []
    private var people: [Set<RecordID>] = []
    private var arrival: Int64 = -1
    /// How many files were erased when it last looked.
    private var erased = 0

    package init() {}

    /// Every word that it holds.
    package var knownWords: Set<String> { Set(places.keys) }

    /// How many people it knows.
    package var count: Int { texts.count }

    /// Takes in what was written since it last looked, and forgets who was erased since.
    package mutating func refresh(_ replica: Replica) throws {
        let since = arrival
        let rows = try replica.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, last_name, first_name, birth_name, _arrival FROM tenant
                    WHERE _arrival > ?
                    """,
                arguments: [since]
            )
        }
        for row in rows {
            guard let id = RecordID(row, "id") else { continue }
            let names = ["last_name", "first_name", "birth_name"].compactMap { row[$0] as String? }
            put(SearchKey.fold(names.joined(separator: " ")), of: id)
            arrival = max(arrival, row["_arrival"])
        }
        try forgetErased(replica)
    }

    private mutating func forgetErased(_ replica: Replica) throws {
        let files = try replica.read { database -> [Data] in
            let count = try Int.fetchOne(database, sql: "SELECT count(*) \(Self.erasedFiles)") ?? 0
            guard count != erased else { return [] }
            return try Data.fetchAll(database, sql: "SELECT id \(Self.erasedFiles)")
        }
        guard !files.isEmpty else { return }
        erased = files.count
        for id in files.compactMap({ RecordID(bytes: $0) }) { forget(id) }
    }

    /// A word that nobody bears any more is forgotten too: it may be a name.
    private mutating func forget(_ id: RecordID) {
        for word in texts.removeValue(forKey: id)?.split(separator: " ") ?? [] {
            guard let place = places[String(word)] else { continue }
            people[place].remove(id)
            guard people[place].isEmpty else { continue }
            places[String(word)] = nil
            words[place] = []
        }
    }

    mutating func put(_ text: String, of id: RecordID) {
        if let old = texts[id] {
            for word in old.split(separator: " ") {
                if let place = places[String(word)] { people[place].remove(id) }
            }
        }
        texts[id] = text
        for word in text.split(separator: " ") { people[place(of: String(word))].insert(id) }
    }

    private mutating func place(of word: String) -> Int {
        if let place = places[word] { return place }
        places[word] = words.count
        words.append(Array(word.utf8))
        people.append([])
        return words.count - 1
    }

    /// The people of whom every word that was typed begins a name, a mistake or two aside; those with
    /// the fewest mistakes first.
    package func people(like query: String, limit: Int) -> [RecordID] {
        let typed = SearchKey.fold(query).split(separator: " ").prefix(Self.mostWords)
        guard !typed.isEmpty else { return [] }
        var found: [RecordID: Int]?
        for word in typed {
            let near = people(near: Array(word.utf8))
            guard let before = found else {
                found = near
                continue
            }
            found = before.reduce(into: [:]) { both, person in
                if let mistakes = near[person.key] { both[person.key] = person.value + mistakes }
            }
        }
        return (found ?? [:])
            .sorted {
                ($0.value, texts[$0.key] ?? "", $0.key) < ($1.value, texts[$1.key] ?? "", $1.key)
            }
            .prefix(limit).map(\.key)
    }

    private func people(near word: [UInt8]) -> [RecordID: Int] {
        let allowed = TypingMistakes.allowed(in: word)
        var near: [RecordID: Int] = [:]
        for (place, known) in words.enumerated() {
            guard let mistakes = TypingMistakes.count(in: word, asStartOf: known, upTo: allowed)
            else { continue }
            for person in people[place] {
                near[person] = min(near[person] ?? .max, mistakes)
            }
        }
        return near
    }
}
