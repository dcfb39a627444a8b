import GRDB

/// What a tenant's file says of the person for statistics; a file that is not here says nothing.
struct FileTraits {
    static let columns = "id, title, birth_date, commune_code, postal_code, qpv_code"

    private(set) var title: CivilTitle?
    private(set) var birthDate: CalendarDay?
    private(set) var communeCode: String?
    private(set) var postalCode: String?
    private(set) var qpvCode: String?

    static let missing = FileTraits()

    private init() {}

    /// Reads ``columns``.
    init(_ row: Row) {
        title = (row[1] as String?).flatMap(CivilTitle.init(rawValue:))
        birthDate = (row[2] as String?).flatMap(CalendarDay.init(isoText:))
        communeCode = row[3]
        postalCode = row[4]
        qpvCode = row[5]
    }
}
