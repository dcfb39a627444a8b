import Foundation
import Records

/// What of a person's file goes to another landlord: the fields that the person agreed to, no more.
///
/// It travels sealed; this is what is inside.
package struct TransferPack: Codable, Hashable, Sendable {
    static let schema = 1
    static let largestSize = 65_536

    let schema: Int
    /// A random name, so that a pack is accepted once.
    package let pack: String
    package let from: String
    package let to: String
    package let consentedOn: String
    package let mode: Transfer.Mode
    /// By the name of the field.
    let fields: [String: String]

    init(
        _ transfer: Transfer,
        pack: RecordID,
        from: String,
        _ fields: [TenantField: String]
    ) {
        schema = Self.schema
        self.pack = pack.description
        self.from = from
        to = transfer.landlord
        consentedOn = transfer.consentedOn.isoText
        mode = transfer.mode
        self.fields = Dictionary(uniqueKeysWithValues: fields.map { ($0.rawValue, $1) })
    }

    /// Reads what was opened; refuses another form by name.
    package init(bytes: [UInt8]) throws(TenancyError) {
        guard bytes.count <= Self.largestSize,
            let pack = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
            pack.schema == Self.schema, pack.id != nil,
            CalendarDay(isoText: pack.consentedOn) != nil,
            pack.fields.keys.allSatisfy({ TenantField(rawValue: $0) != nil })
        else {
            throw TenancyError(
                .badValue,
                "the pack is not one that this software reads: upgrade it"
            )
        }
        self = pack
    }

    package func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    var id: RecordID? { RecordID(pack) }

    /// What is known of the person.
    package var typed: [TenantField: String] {
        Dictionary(
            uniqueKeysWithValues: fields.compactMap { name, value in
                TenantField(rawValue: name).map { ($0, value) }
            }
        )
    }
}
