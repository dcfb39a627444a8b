import Records

/// The rows that are measured: invented people, the same in every run.
struct InventedRows {
    let ids: [RecordID]
    /// The values of each row, in the order of ``BenchTable/fields``.
    let values: [[Value]]

    init(count: Int) {
        ids = (0..<count).map(Self.id)
        values = (0..<count).map(Self.row)
    }

    /// Another phone number for a row, as long as the first.
    static func phone(_ index: Int, round: Int) -> Value {
        .text(phone(number: index &* 31 &+ round &+ 1))
    }

    /// An identity ordered by time, a row or so each millisecond.
    static func id(_ index: Int) -> RecordID {
        var draw = SplitMix64(state: UInt64(index))
        return RecordID(
            milliseconds: 1_770_710_400_000 + UInt64(index),
            random: (0..<10).map { _ in UInt8(truncatingIfNeeded: draw.next()) }
        )
    }

    static func row(_ index: Int) -> [Value] {
        var draw = SplitMix64(state: UInt64(index) ^ 0xB4)
        func pick(_ texts: [String]) -> String { texts[Int(draw.next() % UInt64(texts.count))] }
        func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &draw) }
        let last = pick(lastNames)
        let first = pick(firstNames)
        return [
            .text(pick(["M.", "Mme"])),
            .text(last),
            .text(first),
            .text("\(number(1_950...2_004))-\(number(10...12))-\(number(10...28))"),
            .text(phone(number: number(0...9_999))),
            number(0...2) == 0 ? .null : .text("\(first).\(last)\(index % 97)@example.org"),
            .text("L\(100_000 + index)"),
            .text("B\(number(1...40))"),
            .text("\(number(1...180)) rue \(pick(streets))"),
            .text("\(number(75_001...95_880))"),
            .text(pick(["VITRY", "CRETEIL", "ORLY", "BONDY", "SEVRAN"])),
            .integer(Int64(number(1...7))),
            .text("\(pick(["K", "N", "H", "G"]))\(number(1_101...2_903))"),
            .integer(Int64(1_770_710_400_000 + index)),
        ]
    }

    /// A number that is given to nobody (06 39 98 xx xx).
    private static func phone(number: Int) -> String {
        "+3363998" + String(String(10_000 + number % 10_000).dropFirst())
    }

    private static let firstNames = [
        "Awa", "Camille", "Dounia", "Élodie", "Farid", "Gaël", "Hélène", "Issa", "Jean", "Lina",
        "Mehdi", "Noémie", "Oumar", "Paul", "Rose", "Samir", "Théo", "Yasmine", "Zoé",
    ]

    private static let lastNames = [
        "ARNAUD", "BENALI", "CHEVALIER", "DIALLO", "ESNAULT", "FAURE", "GUEYE", "HAMDI", "JOLY",
        "KONATE", "LEFEVRE", "MARTINEAU", "NGUYEN", "OUEDRAOGO", "PETIT", "RIVIERE", "TRAORE",
    ]

    private static let streets = [
        "des Lilas", "Jean-Jaurès", "de la Gare", "du Moulin", "Pasteur", "des Acacias",
    ]
}
