import Records
import Tenancy
import WebPages

/// Which orientations a list shows: those in one state, to one partner.
struct ReferralFilter {
    private static let all = "toutes"

    let status: ReferralStatus?
    let partner: RecordID?

    init(_ status: ReferralStatus?, _ partner: RecordID?) {
        (self.status, self.partner) = (status, partner)
    }

    /// What a link asks for; open ones where it asks for none.
    init(_ visit: DeskVisit) throws {
        let state = visit.fields["etat"] ?? ReferralStatus.open.rawValue
        status = ReferralStatus(rawValue: state)
        guard status != nil || state == Self.all else { throw DeskRefusal.missing }
        partner = try visit.fields["partenaire"].map { try visit.id($0, .partner) }
    }

    /// The path of the list that shows them.
    func path(_ visit: DeskVisit) -> String {
        let partner = partner.map { "&partenaire=" + visit.handle($0, .partner) } ?? ""
        return "/orientations?etat=" + (status?.rawValue ?? Self.all) + partner
    }
}
