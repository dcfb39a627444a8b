extension RowReader {
    /// A reference of the ERP; one that a spreadsheet has rounded would join strangers.
    package mutating func reference(_ field: CanonicalField) -> String? {
        guard let text = text(field) else { return nil }
        guard !PhoneText.isScientific(text) else {
            warn(.referenceMangled, field)
            return nil
        }
        return text
    }

    /// The first valid number of the mobile and the other telephone.
    ///
    /// Both are read, so that both warn.
    package mutating func phone() -> String? {
        let mobile = phone(.mobile)
        let other = phone(.phone)
        return mobile ?? other
    }

    private mutating func phone(_ field: CanonicalField) -> String? {
        guard let text = text(field) else { return nil }
        switch PhoneText.read(text) {
        case .number(let number):
            return number
        case .zeroRestored(let number):
            warn(.phoneZeroRestored, field)
            return number
        case .mangled:
            warn(.phoneMangled, field)
            return nil
        case .invalid:
            warn(.phoneInvalid, field)
            return nil
        }
    }

    package mutating func email() -> String? {
        guard let text = text(.email) else { return nil }
        let address = EmailText.read(text)
        if address == nil { warn(.emailInvalid, .email) }
        return address
    }

    package mutating func communeCode() -> String? {
        guard let text = text(.communeCode) else { return nil }
        switch PlaceCode.readCommune(text) {
        case .code(let code):
            return code
        case .zeroRestored(let code):
            warn(.communeZeroRestored, .communeCode)
            return code
        case .toVerify(let code):
            warn(.communeCodeToVerify, .communeCode)
            return code
        }
    }

    package mutating func postalCode() -> String? {
        guard let text = text(.postalCode) else { return nil }
        switch PlaceCode.readPostal(text) {
        case .code(let code):
            return code
        case .zeroRestored(let code):
            warn(.postalZeroRestored, .postalCode)
            return code
        case .toVerify(let code):
            warn(.postalCodeToVerify, .postalCode)
            return code
        }
    }

    package mutating func qpvCode() -> String? {
        guard let text = text(.qpvCode) else { return nil }
        switch QpvText.read(text) {
        case .code(let code):
            return code
        case .none:
            return nil
        case .invalid:
            warn(.qpvCodeInvalid, .qpvCode)
            return nil
        }
    }

    /// The day of the extract; its time, if any, is not kept.
    package mutating func extractDay() -> CalendarDay? {
        guard let text = text(.extractedAt) else { return nil }
        switch DateText.read(text, today: today, time: .any) {
        case .day(let day) where day <= today, .serial(let day) where day <= today,
            .twoDigitYear(let day):
            return day
        default:
            warn(.extractDateInvalid, .extractedAt)
            return nil
        }
    }
}
