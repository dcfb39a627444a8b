import GRDB
import Records
import ReplicaStore

extension LandlordStore {
    /// Notes that a person agreed that fields of their file go to another landlord.
    ///
    /// Nothing leaves by that: see ``packTransfer(_:)``.
    @discardableResult
    package func noteConsent(
        of tenant: RecordID,
        toTransferTo landlord: String,
        on day: CalendarDay,
        _ mode: Transfer.Mode,
        fields: Set<TenantField> = Transfer.usualFields
    ) throws -> RecordID {
        try replica.write { transaction in
            let file = try transaction.willingFile(of: tenant)
            guard landlord != replica.partition.code else {
                throw TenancyError(.refused, "the file is this landlord's already")
            }
            guard fields.isSuperset(of: [.lastName, .firstName]),
                fields.isSubset(of: Transfer.usualFields)
            else {
                throw TenancyError(
                    .badValue,
                    "last_name and first_name go, and may go with: "
                        + Transfer.text(Transfer.usualFields)
                )
            }
            guard try day <= transaction.today() else {
                throw TenancyError(.badValue, "the day of the consent is still to come")
            }
            let id = transaction.newID()
            try transaction.insert(
                "transfer",
                id: id,
                [
                    "tenant": .blob(file.bytes), "landlord": .text(landlord),
                    "state": .text(Transfer.State.consented.rawValue),
                    "consented_on": .text(day.isoText), "mode": .text(mode.rawValue),
                    "fields": .text(Transfer.text(fields)), "noted_by": .text(agent),
                ]
            )
            return id
        }
    }

    /// Takes a consent back; of a file that was sent, the pack is to be destroyed by hand, and the file
    /// is written here again.
    package func withdrawConsent(_ transfer: RecordID) throws {
        try replica.write { transaction in
            let transfer = try Self.transfer(transfer, in: transaction.database)
            guard [.consented, .sent].contains(transfer.state) else {
                throw TenancyError(.refused, "there is nothing to take back any more")
            }
            try transaction.update(
                "transfer",
                id: transfer.id,
                ["state": .text(Transfer.State.withdrawn.rawValue)]
            )
        }
    }

    /// What is to be sealed for the other landlord; from now on the file is read here only.
    ///
    /// - Throws: ``TenancyError`` with `refused` where no consent stands. `seal` is called in the same
    ///   transaction: where it throws, nothing has changed.
    package func packTransfer<Sealed>(
        _ transfer: RecordID,
        sealing seal: (TransferPack) throws -> Sealed
    ) throws -> Sealed {
        try replica.write { transaction in
            let transfer = try Self.transfer(transfer, in: transaction.database)
            guard transfer.state == .consented else {
                throw TenancyError(
                    .refused,
                    "no consent stands: this transfer is \(transfer.state.rawValue) [no-consent]"
                )
            }
            let tenant = try Tenant.standing(for: transfer.tenant, transaction.database)
            try TransferredFiles.require(tenant.id, isHereIn: transaction.database)
            let pack = transaction.newID()
            try transaction.update(
                "transfer",
                id: transfer.id,
                [
                    "tenant": .blob(tenant.id.bytes),
                    "state": .text(Transfer.State.sent.rawValue), "pack": .blob(pack.bytes),
                    "moved_at": .integer(Int64(clamping: transaction.milliseconds)),
                ]
            )
            try transaction.note(.transferSent, of: tenant.id, by: agent)
            let fields = tenant.fields.filter { transfer.fields.contains($0.key) }
            return try seal(
                TransferPack(transfer, pack: pack, from: replica.partition.code, fields)
            )
        }
    }

    /// Makes the file of a person who came with a pack; files that may be of the same person are named.
    package func accept(
        _ pack: TransferPack,
        from landlord: String
    ) throws -> (tenant: Tenant, duplicates: [DuplicateCandidate]) {
        let code = replica.partition.code
        guard pack.to == code, pack.from == landlord, let id = pack.id else {
            throw TenancyError(
                .refused,
                "the pack is not from \(landlord) for \(code) [other-landlord]"
            )
        }
        let row = RecordID.natural("transfer", id.bytes)
        return try replica.write { transaction in
            guard try !transaction.hasRow("transfer", row) else {
                throw TenancyError(.refused, "this pack was accepted already [reused]")
            }
            let (tenant, duplicates) = try addTenant(pack.typed, transaction)
            try transaction.insert(
                "transfer",
                id: row,
                [
                    "tenant": .blob(tenant.id.bytes), "landlord": .text(landlord),
                    "state": .text(Transfer.State.accepted.rawValue),
                    "consented_on": .text(pack.consentedOn), "mode": .text(pack.mode.rawValue),
                    "fields": .text(Transfer.text(Set(pack.typed.keys))),
                    "noted_by": .text(agent), "pack": .blob(id.bytes),
                    "moved_at": .integer(Int64(clamping: transaction.milliseconds)),
                ]
            )
            try transaction.note(.transferTaken, of: tenant.id, by: agent)
            return (tenant, duplicates)
        }
    }

    /// The transfers, in the order of their consents.
    package func transfers() throws -> [Transfer] {
        try replica.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM transfer ORDER BY consented_on, id")
                .compactMap(Transfer.init)
        }
    }

    private static func transfer(_ id: RecordID, in database: Database) throws -> Transfer {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT * FROM transfer WHERE id = ?",
            arguments: [id.data]
        )
        guard let transfer = row.flatMap(Transfer.init) else {
            throw TenancyError(.notFound, "there is no such transfer")
        }
        return transfer
    }
}
