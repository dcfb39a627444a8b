extension Bilan {
    /// What kind of number each figure of persons is, as sentences.
    package var personNotes: [String] {
        PersonToken.Figure.allCases.compactMap { figure in
            guard let count = persons[figure] else { return nil }
            let reason = count.reasonText.map { " (\($0))" } ?? ""
            return FrenchText.typeset("\(figure.indicator.frenchLabel) : \(count.text)\(reason).")
        }
    }
}
