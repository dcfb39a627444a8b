import Foundation
import InventedPeople
import Testing

/// Counts the late file again from its bytes, as an importer would sort it.
@Suite struct LateExtractRecountTests {
    private let first: ErpFixture
    private let late: ErpFixture
    /// The tenants of the first file, by reference.
    private let known: [String: [String: String]]
    /// Rows of the late file with a name, a first name and a birth date that is filled in.
    private let complete: [[String: String]]
    /// The rows that remain once bad dates and repeats are out.
    private let kept: [[String: String]]

    init() throws {
        first = try ErpFixture(named: "extrait-initial.csv")
        late = try ErpFixture(named: "extrait-tardif.csv")
        known = Dictionary(
            first.rows.map { ($0["Réf. locataire"] ?? "", $0) },
            uniquingKeysWith: { a, _ in a }
        )
        complete = late.rows.filter { row in
            ["Nom", "Prénom", "Date de naissance"].allSatisfy { row[$0]?.isEmpty == false }
        }
        var seen: Set<String> = []
        kept = complete.filter { row in
            Self.exists(row["Date de naissance"])
                && seen.insert(row["Réf. locataire"] ?? "").inserted
        }
    }

    /// Whether the calendar of Foundation knows the day.
    private static func exists(_ date: String?) -> Bool {
        let parts = (date ?? "").split(separator: "/").compactMap { Int($0) }
        guard parts.count == 3 else { return false }
        return DateComponents(
            calendar: Calendar(identifier: .gregorian),
            year: parts[2],
            month: parts[1],
            day: parts[0]
        ).isValidDate
    }

    /// The row after the repairs that cost a warning: zero put back, mangled number passed over.
    private func repaired(_ row: [String: String]) -> [String: String] {
        var row = row
        if let code = row["Code INSEE"], code.count == 4 { row["Code INSEE"] = "0" + code }
        if row["Téléphone"]?.contains("E+") == true {
            row["Téléphone"] = known[row["Réf. locataire"] ?? ""]?["Téléphone"]
        }
        return row
    }

    private func changedColumns(_ row: [String: String]) -> [String]? {
        known[row["Réf. locataire"] ?? ""].map { old in
            late.headings.filter { old[$0] != repaired(row)[$0] }
        }
    }

    @Test func `the first file has 1,167 sound tenants, each with a reference of its own`() {
        #expect(first.rows.count == 1_167)
        #expect(known.count == 1_167)
        #expect(first.rows.allSatisfy { Self.exists($0["Date de naissance"]) })
        #expect(first.rows.allSatisfy { $0["Code INSEE"]?.count == 5 })
        #expect(first.rows.allSatisfy { $0["Téléphone"]?.count == 14 })
        #expect(first.rows.allSatisfy { $0.count == 14 && $0["Nom"] != "" && $0["Prénom"] != "" })
    }

    @Test func `of 1,250 rows 15 have a gap, 3 an impossible date, and 7 stand twice`() {
        let badDates = complete.filter { !Self.exists($0["Date de naissance"]) }
        let sound = complete.filter { Self.exists($0["Date de naissance"]) }
        #expect(late.headings == first.headings)
        #expect(late.rows.count == 1_250)
        #expect(late.rows.count - complete.count == 15)
        #expect(badDates.count == 3)
        #expect(sound.count - kept.count == 7)
        #expect(Set(sound).count == kept.count)
        #expect(kept.count == 1_225)
    }

    @Test func `a row that is refused belongs to no tenant of either file`() {
        let refused = late.rows.filter { row in
            !complete.contains(row) || !Self.exists(row["Date de naissance"])
        }.map { $0["Réf. locataire"] ?? "" }
        #expect(Set(refused).count == 18)
        #expect(refused.allSatisfy { known[$0] == nil })
        #expect(Set(refused).isDisjoint(with: kept.map { $0["Réf. locataire"] ?? "" }))
    }

    @Test func `1,225 kept are 1,020 unchanged, 140 changed, 58 new and 7 contradicting`() {
        let edited = Set(LateExtract.agentEdits.map(\.erpRef))
        let changes = kept.map(changedColumns)
        #expect(changes.count { $0 == [] } == 1_020)
        #expect(changes.count { $0 == nil } == 58)
        let differing = kept.filter { changedColumns($0)?.isEmpty == false }
        #expect(differing.count == 147)
        #expect(differing.count { !edited.contains($0["Réf. locataire"] ?? "") } == 140)
        #expect(changes.count { $0 == ["Téléphone"] } == 67)
        #expect(changes.count { $0 == ["Adresse"] } == 45)
        #expect(changes.count { $0 == ["Courriel"] } == 35)
    }

    @Test func `each of the seven edits differs from both files, which differ too`() throws {
        #expect(Set(LateExtract.agentEdits.map(\.erpRef)).count == 7)
        for edit in LateExtract.agentEdits {
            let row = try #require(kept.first { $0["Réf. locataire"] == edit.erpRef })
            let phones = [known[edit.erpRef]?["Téléphone"], row["Téléphone"], edit.phone]
            #expect(Set(phones).count == 3)
            #expect(phones.allSatisfy { $0?.count == 14 })
        }
    }

    @Test func `28 codes without their zero and 12 mangled numbers, on rows that say nothing new`()
    {
        let short = kept.filter { $0["Code INSEE"]?.count == 4 }
        let mangled = kept.filter { $0["Téléphone"] == "6,12E+08" }
        #expect(short.count == 28)
        #expect(mangled.count == 12)
        #expect(short.allSatisfy { $0["Code INSEE"]?.first == "2" })
        #expect((short + mangled).allSatisfy { changedColumns($0) == [] })
        #expect(Set(short).isDisjoint(with: mangled))
        #expect(late.rows.count { $0["Code INSEE"]?.count == 4 } == 28)
        #expect(late.rows.count { $0["Téléphone"]?.contains("E+") == true } == 12)
    }

    @Test func `no two tenants share last name, first name and birth date`() {
        let people = first.rows + kept.filter { changedColumns($0) == nil }
        let keys = people.map { [$0["Nom"], $0["Prénom"], $0["Date de naissance"]] }
        #expect(people.count == 1_225)
        #expect(Set(keys).count == 1_225)
    }

    @Test func `some addresses hold a semicolon, so that a reader must honour quotes`() {
        #expect(first.rows.count { $0["Adresse"]?.contains(";") == true } > 20)
    }
}
