/// The late file while it is being made out of the first one, one kind of row at a time.
struct LateExtractDraft {
    /// The tenants of the first file as the late file shows them; no row is ever taken out.
    private(set) var rows: [ErpRow]
    private(set) var agentEdits: [AgentEdit] = []

    private var generator: PersonGenerator
    /// Rows that nothing has been done to, in the order in which they are drawn.
    private var untouched: [Int]
    private var added: [ErpRow] = []

    init(seed: UInt64) {
        generator = PersonGenerator(seed: seed, firstNumber: 4_001)
        rows = generator.people(1_020 + 140 + 7).map { ErpRow($0) }
        untouched = generator.random.shuffled(Array(rows.indices))
    }

    /// Late file and agent each give the tenant another number.
    mutating func contradictAgent(count: Int) {
        for index in take(count) {
            rows[index][.phone] = generator.newPhone()
            agentEdits.append(
                AgentEdit(erpRef: rows[index][.erpRef], phone: generator.newPhone())
            )
        }
    }

    mutating func changeOneField(phones: Int, addresses: Int, emails: Int) {
        for index in take(phones) {
            rows[index][.phone] = generator.newPhone()
        }
        for index in take(addresses) {
            rows[index][.address] = otherAddress(than: rows[index][.address])
        }
        for index in take(emails) {
            rows[index][.email] = otherEmail(for: rows[index])
        }
    }

    /// « 02691 » becomes « 2691 », as it does when a spreadsheet takes it for a number.
    mutating func dropLeadingZeros(count: Int) {
        for index in take(count, where: { $0[.communeCode].hasPrefix("0") }) {
            rows[index][.communeCode].removeFirst()
        }
    }

    /// What a narrow spreadsheet column makes of a mobile number.
    mutating func manglePhones(count: Int) {
        for index in take(count, where: { $0[.phone].hasPrefix(FictionalPhone.mobile) }) {
            rows[index][.phone] = "6,12E+08"
        }
    }

    /// The same row, letter for letter, a second time.
    mutating func repeatRows(count: Int) {
        added += take(count).map { rows[$0] }
    }

    mutating func addNewTenants(count: Int) {
        added += generator.people(count).map { ErpRow($0) }
    }

    /// Fifteen strangers without a last name, a first name or a birth date, some without two.
    mutating func addRowsWithGaps() {
        let gaps: [(columns: [ErpColumn], count: Int)] = [
            ([.lastName, .birthName], 5), ([.firstName], 4), ([.birthDate], 4),
            ([.lastName, .birthName, .birthDate], 2),
        ]
        for gap in gaps {
            for person in generator.people(gap.count) {
                var row = ErpRow(person)
                for column in gap.columns { row[column] = "" }
                added.append(row)
            }
        }
    }

    /// Three strangers born on a day that never was.
    mutating func addImpossibleDates() {
        for date in ["31/02/1980", "30/02/1991", "31/11/1975"] {
            var row = ErpRow(generator.next())
            row[.birthDate] = date
            added.append(row)
        }
    }

    /// All rows, in no order.
    mutating func shuffled() -> [ErpRow] {
        generator.random.shuffled(rows + added)
    }

    /// The next rows that are still as they were and that will do; they are then no longer so.
    private mutating func take(
        _ count: Int,
        where isFit: (ErpRow) -> Bool = { _ in true }
    ) -> [Int] {
        let taken = Array(untouched.filter { isFit(rows[$0]) }.prefix(count))
        untouched.removeAll { taken.contains($0) }
        return taken
    }

    private mutating func otherAddress(than address: String) -> String {
        var other = generator.newAddress()
        while other == address { other = generator.newAddress() }
        return other
    }

    /// The address of the same person at another provider, or a first one.
    private func otherEmail(for row: ErpRow) -> String {
        let number = Int(row[.erpRef].dropFirst(2)) ?? 0
        let all = FictionalEmail.domains.indices.map {
            FictionalEmail.address(
                firstName: row[.firstName],
                lastName: row[.lastName],
                number: number,
                domain: $0
            )
        }
        return all.first { $0 != row[.email] } ?? row[.email]
    }
}
