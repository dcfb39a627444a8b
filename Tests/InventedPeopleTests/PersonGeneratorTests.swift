import InventedPeople
import Region
import Testing

@Suite struct PersonGeneratorTests {
    /// Enough people for every rare branch.
    private static let people: [Person] = {
        var generator = PersonGenerator(seed: 2024)
        return generator.people(4_000)
    }()

    private var people: [Person] { Self.people }

    @Test func `the same seed gives the same people, another seed others`() {
        var same = PersonGenerator(seed: 2024)
        var other = PersonGenerator(seed: 2025)
        #expect(same.people(4_000) == people)
        #expect(other.next() != people[0])
    }

    @Test func `references follow one another from the number given`() {
        var generator = PersonGenerator(seed: 1, firstNumber: 4_512)
        let pair = generator.people(2)
        #expect(pair.map(\.erpRef) == ["L-004512", "L-004513"])
        #expect(pair.map(\.leaseRef) == ["B-004512", "B-004513"])
    }

    /// Seed 39 draws the 1,593rd person like an earlier one at first, and has to draw again.
    @Test(arguments: [39, 2024] as [UInt64])
    func `no two people share last name, first name and birth date`(seed: UInt64) {
        var generator = PersonGenerator(seed: seed)
        let keys = generator.people(2_000).map {
            "\($0.lastName)|\($0.firstName)|\($0.birthDate.french)"
        }
        #expect(Set(keys).count == 2_000)
    }

    @Test func `every telephone number is kept for fiction and given once`() {
        let fictional = [
            "06 39 98", "01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49",
        ]
        for phone in people.map(\.phone) {
            #expect(phone.utf8.count == 14)
            #expect(fictional.contains { phone.hasPrefix($0 + " ") })
        }
        #expect(Set(people.map(\.phone)).count == people.count)
        #expect(Set(people.map { $0.phone.prefix(8) }).count == fictional.count)
    }

    @Test func `every e-mail address is plain and in a domain kept for examples`() {
        let emails = people.compactMap(\.email)
        #expect(emails.count > 2_500 && emails.count < 3_100)
        for email in emails {
            #expect(email.hasSuffix("@example.org") || email.hasSuffix(".example"))
            #expect(email.wholeMatch(of: /[a-z.-]+\.[0-9]+@[a-z.]+/) != nil)
        }
        #expect(Set(emails).count == emails.count)
    }

    @Test func `every home is in a real commune, and its QPV lies there`() {
        for person in people {
            let commune = Communes.find(code: person.communeCode)
            #expect(commune?.name == person.communeName)
            if let code = person.qpvCode {
                let area = PriorityNeighbourhoods.find(code: code)
                #expect(area?.communes.contains { $0.code == person.communeCode } == true)
            }
        }
        let inside = people.count { $0.qpvCode != nil }
        #expect(inside > 1_700 && inside < 2_100)
    }

    @Test func `people are born from 1955 to 2006, and only a woman has a birth name`() {
        #expect(Set(people.map(\.birthDate.year)) == Set(1955...2006))
        #expect(people.contains { $0.birthName != nil })
        #expect(people.allSatisfy { $0.birthName == nil || $0.title == .madame })
        #expect(people.allSatisfy { $0.birthName != $0.lastName })
    }

    @Test func `first names follow sex and decade, accents intact`() {
        let men = people.filter { $0.title == .monsieur }
        let women = people.filter { $0.title == .madame }
        let elders = men.filter { $0.birthDate.year < 1960 }.map(\.firstName)
        let youngsters = men.filter { $0.birthDate.year >= 1990 }.map(\.firstName)
        #expect(elders.contains("Michel") && !elders.contains("Kevin"))
        #expect(youngsters.contains("Kevin") && !youngsters.contains("Gérard"))
        #expect(!Set(women.map(\.firstName)).contains("Nicolas"))
        #expect(people.contains { $0.firstName.unicodeScalars.contains("\u{EF}") })
        #expect(people.allSatisfy { !$0.firstName.isEmpty && !$0.lastName.isEmpty })
    }
}
