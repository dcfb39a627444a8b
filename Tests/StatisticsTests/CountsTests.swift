import Statistics
import Testing

struct CountsTests {
    @Test func `counts add up, indicator by indicator`() throws {
        let sum = try Counts([.registered: 3, .noShow: 1]) + Counts([.registered: 4, .excused: 2])
        #expect(sum == (try Counts([.registered: 7, .noShow: 1, .excused: 2])))
    }

    @Test func `a zero set and a zero never set are equal`() throws {
        #expect(try Counts([.registered: 0]) == .zero)
    }

    @Test func `a negative count is refused by name`() throws {
        #expect(throws: CountsFailure.negative(.noShow, -1)) { try Counts([.noShow: -1]) }
        var counts = Counts.zero
        #expect(throws: CountsFailure.negative(.excused, -2)) { try counts.add(-2, to: .excused) }
        #expect(counts == .zero)
    }

    @Test func `a sum that does not fit is refused by name`() throws {
        let most = try Counts([.referrals: .max])
        let one = try Counts([.referrals: 1])
        #expect(throws: CountsFailure.overflow(.referrals)) { try most + one }
        let two = try Counts([.referrals: .max, .noShow: 1])
        #expect(throws: CountsFailure.overflow(.noShow)) {
            try two.sum(of: [.referrals, .noShow])
        }
    }

    @Test func `the order is that of the closed list`() throws {
        let counts = try Counts([.rallyInterviews: 6, .identified: 1])
        #expect(counts.inOrder.map(\.indicator) == Indicator.allCases)
        #expect(counts.inOrder.first?.count == 1)
        #expect(counts.inOrder.last?.count == 6)
    }
}
