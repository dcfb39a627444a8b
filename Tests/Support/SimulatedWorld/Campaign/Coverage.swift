/// How often each fault met each situation.
package struct Coverage: Sendable {
    private var counts: [String: Int] = [:]

    package init() {}

    package subscript(_ fault: Deed, _ situation: Situation) -> Int {
        counts[Self.key(fault, situation), default: 0]
    }

    mutating func note(_ fault: Deed, _ situation: Situation) {
        counts[Self.key(fault, situation), default: 0] += 1
    }

    package mutating func add(_ other: Coverage) {
        counts.merge(other.counts) { $0 + $1 }
    }

    /// Why a fault cannot meet a situation, nil where it can.
    package static func excuse(_ fault: Deed, _ situation: Situation) -> String? {
        switch (fault, situation) {
        case (_, .midTransaction):
            return fault.strikesMachines
                ? nil : "it strikes between two transactions: a store has one writer"
        case (.massEdit, .newcomer), (.massDelete, .newcomer):
            return "there is no row to edit or delete"
        default: return nil
        }
    }

    /// The cells of those faults that should have been met and were not.
    package func empty(_ faults: [Deed]) -> [String] {
        faults.flatMap { fault in
            Situation.allCases.compactMap { situation in
                self[fault, situation] == 0 && Self.excuse(fault, situation) == nil
                    ? Self.key(fault, situation) : nil
            }
        }
    }

    /// The table, in Markdown: one row for each of those faults, « – » where the two cannot meet.
    package func table(_ faults: [Deed]) -> String {
        let situations = Situation.allCases
        var lines = [
            "| fault | " + situations.map(\.rawValue).joined(separator: " | ") + " |",
            "|---" + String(repeating: "|---:", count: situations.count) + "|",
        ]
        for fault in faults {
            let cells = situations.map { situation in
                Self.excuse(fault, situation) == nil ? "\(self[fault, situation])" : "–"
            }
            lines.append("| \(fault.rawValue) | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    private static func key(_ fault: Deed, _ situation: Situation) -> String {
        "\(fault.rawValue) × \(situation.rawValue)"
    }
}

extension Deed {
    /// Whether the fault strikes a machine at the k-th operation of its disk.
    var strikesMachines: Bool {
        switch self {
        case .stopMidway, .cutPowerMidway, .fillDisk, .failOnce, .failDisk, .storeHalf: true
        default: false
        }
    }
}
