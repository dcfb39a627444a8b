extension Bilan {
    /// « 7/8 bailleurs à jour ».
    package var freshnessText: String {
        "\(fresh.landlords)/\(lines.count)" + FrenchText.space
            + (lines.count < 2 ? "bailleur" : "bailleurs") + " à jour"
    }

    /// « dont 1 bailleur à J-3 »: how old the older statements of the larger total are.
    package var staleText: String? {
        let ages = lines.compactMap(\.ageDays).filter { $0 > 0 }
        guard let oldest = ages.max() else { return nil }
        let landlords = "dont " + FrenchText.counted(ages.count, "bailleur", "bailleurs")
        return landlords + (ages.count == 1 ? " à J-\(oldest)" : ", le plus ancien à J-\(oldest)")
    }

    /// « jamais reçu : B5 (Name) »: who is in no total, by name.
    package var neverReceivedText: String? {
        let silent = lines.filter { $0.state == .neverReceived }
        guard !silent.isEmpty else { return nil }
        return "jamais reçu" + FrenchText.space + ": "
            + silent.map { "\($0.landlord.code) (\($0.landlord.name))" }.joined(separator: ", ")
    }

    /// « relevé postérieur à la date du bilan : B5 (Name) », who is in no total either.
    package var postdatedText: String? {
        let names = lines.compactMap { line -> String? in
            guard case .postdated = line.state else { return nil }
            return "\(line.landlord.code) (\(line.landlord.name))"
        }
        guard !names.isEmpty else { return nil }
        return "relevé postérieur à la date du bilan, non compté" + FrenchText.space + ": "
            + names.joined(separator: ", ")
    }

    /// « bailleur inattendu, non compté : B9 ».
    package var unexpectedText: String? {
        guard !unexpected.isEmpty else { return nil }
        return "relevé d'un bailleur inattendu, non compté" + FrenchText.space + ": "
            + unexpected.joined(separator: ", ")
    }

    /// Everything that a reader must know about who is counted, most important first.
    package var freshnessNotes: [String] {
        [
            freshnessText, staleText, withheldText, neverReceivedText, postdatedText,
            unexpectedText,
        ].compactMap(\.self)
    }
}
