/// What people read of the catalogue: its axes, its variables, and what each table tells apart.
package struct TableLabels: Sendable {
    let axes: [Axis: String]
    let variables: [String: String]
    let groups: [String: String]
    /// The codes of a place that no list of territories names.
    let places: [String: String]
    let persons: String
    let barrier: String
    let theme: String
    let months: [String]
    let quarter: @Sendable (_ number: String, _ year: String) -> String

    package func axis(_ axis: Axis) -> String { axes[axis] ?? axis.code }

    /// « Étape la plus avancée », « Frein : langue »; « Personnes » of none.
    package func variable(_ code: String?) -> String {
        guard let code else { return persons }
        if let name = variables[code] { return name }
        for (prefix, label) in [("barrier_", barrier), ("theme_", theme)]
        where code.hasPrefix(prefix) {
            let subject = String(code.dropFirst(prefix.count))
            return label + (variables["_" + subject] ?? subject)
        }
        return code
    }

    package func group(_ code: String) -> String { groups[code] ?? code }

    /// The name of a place of an axis that is no territory; nil where a list of places has it.
    package func place(_ code: String, on axis: Axis) -> String? {
        if let name = places[code] { return name }
        switch axis {
        case .territory, .neighbourhood: return nil
        case .month: return month(code)
        case .age, .sex: return code
        }
    }

    private func month(_ code: String) -> String {
        let parts = code.split(separator: "-").map(String.init)
        guard parts.count == 2 else { return code }
        if parts[1].hasPrefix("Q") { return quarter(String(parts[1].dropFirst()), parts[0]) }
        guard let number = Int(parts[1]), months.indices.contains(number - 1) else { return code }
        return months[number - 1] + FrenchText.space + parts[0]
    }
}
