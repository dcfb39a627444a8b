import Foundation

/// What the rounds of one workload gave.
struct BenchResult {
    let workload: WorkloadName
    private let samples: [Sample]

    init(_ workload: WorkloadName, _ samples: [Sample]) {
        self.workload = workload
        self.samples = samples
    }

    var value: Double { Self.median(samples.map(\.value)) }

    var min: Double { samples.map(\.value).min() ?? .nan }

    var max: Double { samples.map(\.value).max() ?? .nan }

    /// One line of the table.
    var line: String {
        let plain = samples.compactMap(\.plain)
        let verdict = workload.goal.map { value <= $0 ? "met" : "MISSED" } ?? "-"
        let cells = [
            plain.isEmpty ? "-" : Self.text(Self.median(plain), digits: 1),
            Self.text(Self.median(samples.map(\.engine)), digits: 1),
            Self.text(value, digits: 2), Self.text(min, digits: 2), Self.text(max, digits: 2),
            workload.goal.map { Self.text($0, digits: 1) } ?? "-", verdict,
        ]
        return BenchReport.line(workload.rawValue, cells, workload.unit)
    }

    private static func text(_ number: Double, digits: Int) -> String {
        String(format: "%.\(digits)f", number)
    }

    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}

extension BenchResult: Encodable {
    private enum Key: String, CodingKey {
        case workload
        case ratio
        case value
        case unit
        case goal
        case min
        case max
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(workload, forKey: .workload)
        try container.encode(value, forKey: workload.isRatio ? .ratio : .value)
        try container.encode(workload.unit, forKey: .unit)
        try container.encodeIfPresent(workload.goal, forKey: .goal)
        try container.encode(min, forKey: .min)
        try container.encode(max, forKey: .max)
    }
}
