import Tenancy

extension DeskLanguage {
    /// « acceptée le 12/02/2026, reçu le 16/02/2026 ».
    func state(_ line: ReferralLine) -> String {
        var text = word("referral-" + line.status.rawValue)
        if let day = line.answeredOn { text += " " + word("onDay", ["jour": self.day(day)]) }
        if let day = line.honouredOn { text += ", " + word("receivedOn", ["jour": self.day(day)]) }
        if let day = line.remindedOn { text += ", " + word("remindedOn", ["jour": self.day(day)]) }
        return text
    }

    /// « envoyée le 12/02/2026, il y a 8 jours ».
    func age(_ line: ReferralLine, on today: CalendarDay) -> String {
        let age = line.age(on: today)
        let ago = age > 0 ? word("ago", ["jours": count(age, "days")]) : word("agoToday")
        return word("sentOn", ["jour": day(line.sentOn)]) + ", " + ago
    }

    /// Why nothing may be told to the partner; nil where it may.
    func obstacle(_ standing: ConsentStanding) -> String? {
        switch standing {
        case .given: nil
        case .none: word("consentMissing")
        case .withdrawn(let day): word("consentGone", ["jour": self.day(day)])
        }
    }
}
