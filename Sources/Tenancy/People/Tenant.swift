import Foundation
import GRDB
import Records
import ReplicaStore

/// One tenant's file, as the store holds it.
package struct Tenant: Hashable, Sendable {
    package let id: RecordID
    /// The file that this one was merged into, nil while it stands for itself.
    package let mergedInto: RecordID?
    /// What the last extract said of this tenant.
    package let erpImage: ErpImage
    private var values: [String?]

    /// The columns that a row must begin with, in this order.
    package static let columns =
        "id, " + TenantField.allCases.map(\.rawValue).joined(separator: ", ")
        + ", merged_into, erp_image"

    /// The tenant in a row of ``columns``; nil where its identity is none.
    package init?(_ row: Row) {
        guard let id = (row[0] as Data?).flatMap({ RecordID(bytes: $0) }) else { return nil }
        self.id = id
        let count = TenantField.allCases.count
        values = (1...count).map { row[$0] as String? }
        mergedInto = (row[count + 1] as Data?).flatMap { RecordID(bytes: $0) }
        erpImage = ErpImage(bytes: row[count + 2] as Data? ?? Data())
    }

    package subscript(_ field: TenantField) -> String? { values[field.place] }

    package var erpRef: String? { self[.erpRef] }
    package var title: CivilTitle? { self[.title].flatMap(CivilTitle.init(rawValue:)) }
    package var lastName: String { self[.lastName] ?? "" }
    package var birthName: String? { self[.birthName] }
    package var firstName: String { self[.firstName] ?? "" }
    package var birthDate: CalendarDay? { self[.birthDate].flatMap(CalendarDay.init(isoText:)) }
    package var phone: String? { self[.phone] }
    package var email: String? { self[.email] }
    package var address: String? { self[.address] }
    package var postalCode: String? { self[.postalCode] }
    package var communeCode: String? { self[.communeCode] }
    package var communeName: String? { self[.communeName] }
    package var qpvCode: String? { self[.qpvCode] }
    package var qpvCode2015: String? { self[.qpvCode2015] }
    package var residence: String? { self[.residence] }
    package var leaseRef: String? { self[.leaseRef] }
    package var dwellingRef: String? { self[.dwellingRef] }

    /// What is known, by field; what is not known is left out.
    package var fields: [TenantField: String] {
        Dictionary(
            uniqueKeysWithValues: TenantField.allCases.compactMap { field in
                self[field].map { (field, $0) }
            }
        )
    }
}

extension Tenant {
    /// The file of that very identity, merged or not.
    package static func find(_ id: RecordID, _ database: Database) throws -> Tenant? {
        let statement = try database.cachedStatement(
            sql: "SELECT \(columns) FROM tenant WHERE id = ?"
        )
        return try Row.fetchOne(statement, arguments: [id.data]).flatMap(Tenant.init)
    }

    /// The file that stands for that identity, merges followed.
    ///
    /// - Throws: ``TenancyError`` with `not-found`, or `erased`.
    package static func standing(for id: RecordID, _ database: Database) throws -> Tenant {
        let root = try TenantRoots.root(of: id, database)
        guard let tenant = try find(root, database) else {
            if try RowName("tenant", id).isErased(in: database) { throw TenancyError.erasedFile }
            throw TenancyError(.notFound, "there is no tenant \(id)")
        }
        return tenant
    }
}
