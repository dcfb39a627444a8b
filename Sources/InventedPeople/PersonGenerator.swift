import Region

/// Invents tenants, one after another: the same seed gives the same people in every process.
///
/// No two of them share last name, first name and birth date; a telephone number is used twice
/// only when the fictional ranges run short.
package struct PersonGenerator: Sendable {
    /// What keeps two people apart.
    private struct Identity: Hashable, Sendable {
        let lastName: String
        let firstName: String
        let birthDate: BirthDate
    }

    var random: SeededGenerator
    private var number: Int
    private var identities: Set<Identity> = []
    private var phones: Set<String> = []

    /// The first number, one or more, is the one in the first person's references.
    package init(seed: UInt64, firstNumber: Int = 1) {
        random = SeededGenerator(seed: seed)
        number = max(firstNumber, 1)
    }

    /// The next person; the numbers in their references follow one another.
    package mutating func next() -> Person {
        defer { number += 1 }
        let title = random.pick(Title.allCases)
        let identity = newIdentity(title)
        let home = Home.draw(from: &random)
        return Person(
            title: title,
            lastName: identity.lastName,
            birthName: title == .madame ? birthName(besides: identity.lastName) : nil,
            firstName: identity.firstName,
            birthDate: identity.birthDate,
            phone: newPhone(),
            email: email(of: identity),
            address: newAddress(),
            communeCode: home.commune.code,
            communeName: home.commune.name,
            qpvCode: home.neighbourhood?.code,
            residence: random.pick(Places.residences),
            leaseRef: "B-\(number.padded(to: 6))",
            dwellingRef: "LG-\(number.padded(to: 6))",
            erpRef: "L-\(number.padded(to: 6))"
        )
    }

    /// So many people.
    package mutating func people(_ count: Int) -> [Person] {
        (0..<max(count, 0)).map { _ in next() }
    }

    /// A number that no other person has, while there are some left.
    package mutating func newPhone() -> String {
        for _ in 0..<16 {
            let phone = FictionalPhone.draw(from: &random)
            if phones.insert(phone).inserted { return phone }
        }
        return FictionalPhone.draw(from: &random)
    }

    /// A house in an invented street; one in thirty holds a semicolon, as ERP files do.
    package mutating func newAddress() -> String {
        let house = 1 + random.below(180)
        let suffix = random.chance(6) ? " bis" : ""
        let street = random.pick(Places.streets)
        let flat = random.below(30) == 0 ? " ; bât. \(random.pick(["A", "B", "C"]))" : ""
        return "\(house)\(suffix) \(street)\(flat)"
    }

    private mutating func newIdentity(_ title: Title) -> Identity {
        while true {
            let birthDate = newBirthDate()
            let identity = Identity(
                lastName: random.pick(LastNames.all),
                firstName: FirstNames.draw(title, bornIn: birthDate.year, from: &random),
                birthDate: birthDate
            )
            if identities.insert(identity).inserted { return identity }
        }
    }

    /// Between 1955 and 2006: the years that the list of first names covers.
    private mutating func newBirthDate() -> BirthDate {
        while true {
            let year = 1_955 + random.below(52)
            let month = 1 + random.below(12)
            let day = 1 + random.below(31)
            if let date = BirthDate(year: year, month: month, day: day) { return date }
        }
    }

    private mutating func birthName(besides lastName: String) -> String? {
        guard random.chance(35) else { return nil }
        let name = random.pick(LastNames.all)
        return name == lastName ? nil : name
    }

    private mutating func email(of identity: Identity) -> String? {
        guard random.chance(70) else { return nil }
        return FictionalEmail.address(
            firstName: identity.firstName,
            lastName: identity.lastName,
            number: number,
            domain: random.below(FictionalEmail.domains.count)
        )
    }
}
