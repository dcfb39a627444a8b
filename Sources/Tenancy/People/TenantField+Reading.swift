import Region

extension TenantField {
    /// Bytes of one field typed by a person.
    private static let longest = 1_000
    private static let firstBirth = 1_900

    /// What a person typed, brought to the one form that the import gives too; nil clears.
    ///
    /// - Throws: ``TenancyError`` that names the field and never what was typed.
    package func read(_ typed: String, today: CalendarDay) throws(TenancyError) -> String? {
        let bytes = Array(typed.utf8)
        guard bytes.count <= Self.longest else {
            throw refusal("is longer than \(Self.longest) bytes: shorten it")
        }
        guard !NirDetector.isPresent(in: bytes, bytes.indices) else {
            throw refusal("holds a social security number, which is never kept: leave it out")
        }
        let text = CellText.cleanUnicode(bytes, encoding: .utf8)
        return text.isEmpty ? nil : try readClean(text, today: today)
    }

    /// Whether a typed text can be taken; an empty one can, it clears.
    package func accepts(_ typed: String, today: CalendarDay) -> Bool {
        do {
            _ = try read(typed, today: today)
            return true
        } catch {
            return false
        }
    }

    private func readClean(_ text: String, today: CalendarDay) throws(TenancyError) -> String? {
        switch self {
        case .title: try readTitle(text)
        case .lastName, .firstName, .birthName: try readName(text)
        case .birthDate: try readBirth(text, today: today)
        case .phone: try readPhone(text)
        case .email: try readEmail(text)
        case .postalCode: PlaceCode.readPostal(text).text
        case .communeCode: PlaceCode.readCommune(text).text
        case .qpvCode, .qpvCode2015: readNeighbourhood(text)
        case .erpRef, .leaseRef, .dwellingRef: try readReference(text)
        case .address, .communeName, .residence: text
        }
    }

    private func readTitle(_ text: String) throws(TenancyError) -> String {
        guard let title = CivilTitle(reading: text) else {
            throw refusal("is not understood: write M. or Mme")
        }
        return title.rawValue
    }

    private func readName(_ text: String) throws(TenancyError) -> String {
        guard !SearchKey.fold(text).isEmpty else { throw refusal("has no letter: write the name") }
        return text
    }

    private func readBirth(_ text: String, today: CalendarDay) throws(TenancyError) -> String {
        guard case .day(let day) = DateText.read(text, today: today) else {
            throw refusal(
                DateText.read(text, today: today) == .impossible
                    ? "is a day that never was: check it"
                    : "cannot be read: write dd/mm/yyyy"
            )
        }
        guard day <= today else { throw refusal("lies in the future: check it") }
        guard day.year >= Self.firstBirth else {
            throw refusal("lies before \(Self.firstBirth): check it")
        }
        return day.isoText
    }

    private func readPhone(_ text: String) throws(TenancyError) -> String {
        switch PhoneText.read(text) {
        case .number(let number), .zeroRestored(let number): return number
        case .mangled, .invalid:
            throw refusal("is no telephone number: write ten digits, or + and the country's code")
        }
    }

    private func readEmail(_ text: String) throws(TenancyError) -> String {
        guard let address = EmailText.read(text) else {
            throw refusal("is no e-mail address: write name@example.org")
        }
        return address
    }

    private func readReference(_ text: String) throws(TenancyError) -> String {
        guard !PhoneText.isScientific(text) else {
            throw refusal("was rounded by a spreadsheet: copy it again as text")
        }
        return text
    }

    // Who says that it lies in none has looked; a code of no known shape is kept to be verified.
    private func readNeighbourhood(_ text: String) -> String? {
        switch QpvText.read(text) {
        case .code(let code): code
        case .none: NeighbourhoodAnswer.outsideWord
        case .invalid: text.uppercased()
        }
    }

    private func refusal(_ what: String) -> TenancyError {
        TenancyError(.badValue, "the field ‘\(rawValue)’ \(what)")
    }
}

extension PlaceCode.Reading {
    fileprivate var text: String {
        switch self {
        case .code(let code), .zeroRestored(let code), .toVerify(let code): code
        }
    }
}
