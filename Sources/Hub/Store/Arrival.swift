import Statistics

/// A statement at the door of the hub, read and checked against what its road tells of it.
struct Arrival {
    let sent: SentStatement
    let bytes: [UInt8]
    let origin: String
    let receivedDay: Int

    init(
        bytes: [UInt8],
        origin: String,
        receivedDay: Int,
        sender: String?
    ) throws(RefusalReason) {
        guard Self.isVisible(origin) else { throw .badOrigin }
        sent = try Self.read(bytes)
        let statement = sent.headline
        let landlord = statement.landlord.code
        if let sender, sender != landlord {
            throw .wrongSender(landlord: landlord, sender: sender)
        }
        guard statement.cutoff.number <= receivedDay else {
            throw .cutoffInTheFuture(day: statement.cutoff.number, received: receivedDay)
        }
        self.bytes = bytes
        self.origin = origin
        self.receivedDay = receivedDay
    }

    /// Reads a statement whose every place is in the region's lists, and no month yet to come.
    private static func read(_ bytes: [UInt8]) throws(RefusalReason) -> SentStatement {
        let sent: SentStatement
        do { sent = try SentStatement(bytes: bytes) } catch { throw .unreadable(error) }
        do throws(DetailedStatementFailure) {
            try sent.detailed?.check(RegionPlaces.nomenclature)
            try sent.detailed?.checkMonths()
        } catch { throw .unreadable(.detailed(error)) }
        return sent
    }

    private static func isVisible(_ origin: String) -> Bool {
        !origin.isEmpty && origin.utf8.count <= HubStore.longestOrigin
            && origin.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
