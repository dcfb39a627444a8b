import BundleFormat
import Exchange
import FolderExchange
import HubStorage
import HubWire
import Membership
import Records
import Sealing
import Seams
import Statistics

/// A folder in which landlords leave what they have for the hub: an inbox over SFTP, a USB key.
///
/// One that holds a single landlord's log is its folder of exchange: it gets what came by other roads.
struct DropFolder {
    static let logSuffix = ".members"
    /// The most logs that are looked at: one is a landlord's own.
    static let mostLogs = 64

    let disk: any Disk
    let number: Int
    let night: Night
    let mailbox: FolderMailbox

    init(_ disk: any Disk, number: Int, of night: Night) {
        self.disk = disk
        self.number = number
        self.night = night
        mailbox = FolderMailbox(disk)
    }

    /// Takes in what lies there; what is refused stays where it is and stops nothing else.
    func bring() async throws -> NightReport.Road {
        var road = NightReport.Road(folder: number)
        var names = NameCover()
        for name in try logNames() {
            road.files += 1
            do {
                if try await extend(with: name) { road.taken += 1 }
            } catch {
                road.refused.append(.init(what: names.cover(name), reason: try Self.reason(error)))
            }
        }
        let listing = try mailbox.list()
        road.files += listing.items.count + listing.refusals.count
        road.refused += listing.refusals.map {
            .init(what: names.cover($0.token), reason: Self.code(in: $0.reason))
        }
        var carried = try Carried(at: place(), night.store)
        for item in listing.items {
            do {
                if try await bring(item, &carried) { road.taken += 1 }
            } catch {
                road.refused.append(
                    .init(what: names.cover(item.token), reason: try Self.reason(error))
                )
            }
        }
        // Should this be cut before, what is brought once more is known there.
        try carried.keep()
        return road
    }

    /// Takes a file into the mailbox of its landlord; whether it was news.
    private func bring(
        _ item: MailboxListing.Item,
        _ carried: inout Carried
    ) async throws -> Bool {
        let bytes = try mailbox.fetch(item.token)
        let hash = ContentHash(of: bytes)
        if carried.contains(hash) { return false }
        guard let header = item.header.sealed else { throw HubRefusal(.refused, "not-sealed") }
        if night.region.isOwn(header) { return false }
        guard let landlord = landlord(of: header),
            let target = night.folder.mailbox(of: landlord)
        else { throw HubRefusal(.notFound) }
        let isNew = try await target.append(bytes, on: night.day.number).isNew
        carried.note(hash)
        return isNew
    }

    /// The landlord that a bundle is of; of the region's, the one whose device signed.
    private func landlord(of header: SealedBundle.Header) -> RecordID? {
        let fields = header.fields
        guard fields.partition.kind == .region else { return fields.partition.id }
        return night.folder.landlords.first { landlord in
            night.folder.mailbox(of: landlord)?.roster.isActive(fields.device) == true
        }
    }

    // MARK: Logs

    private func logNames() throws -> [String] {
        try disk.survey(limit: Self.mostLogs) {
            $0.hasSuffix(Self.logSuffix) && !$0.hasPrefix(".")
        }.names
    }

    private func log(_ name: String) throws -> MembershipLog {
        let size = try disk.size(of: name)
        guard size <= MembershipLimits.log else {
            throw DiskFailure.tooLarge(name: name, bytes: size, limit: MembershipLimits.log)
        }
        return try MembershipLog(try disk.read(name, from: 0, count: size))
    }

    private func extend(with name: String) async throws -> Bool {
        let log = try log(name)
        guard let target = night.folder.mailbox(of: log.roster.landlord) else {
            throw HubRefusal(.notFound)
        }
        return try await target.extend(log.bytes)
    }

    // MARK: Giving back

    /// Leaves in a landlord's folder of exchange what its mailbox has and the folder never had.
    func give() async throws -> Int {
        guard let (name, landlord) = try owner(), let place = try place(),
            let source = night.folder.mailbox(of: landlord)
        else { return 0 }
        try giveLog(of: source, as: name)
        var carried = try Carried(at: place, night.store)
        var given = 0
        for (hash, header) in try await source.bundles() where !carried.contains(hash) {
            guard let piece = try await source.fetch(hash, from: 0, count: HubLimits.body) else {
                continue
            }
            try mailbox.append(piece.bytes, as: Self.name(of: header, hash))
            carried.note(hash)
            given += 1
        }
        try carried.keep()
        try await giveRegion(from: source)
        return given
    }

    /// The landlord whose folder this is, and the name of its log there.
    private func owner() throws -> (name: String, landlord: RecordID)? {
        let names = try logNames()
        guard names.count == 1, let name = names.first, let log = try? log(name) else { return nil }
        return (name, log.roster.landlord)
    }

    private func giveLog(of source: any MailboxStorage, as name: String) throws {
        let (ours, theirs) = (source.log(), try log(name).bytes)
        guard case .behind? = try? MembershipLog(ours).merge(theirs) else { return }
        try disk.write(ours, as: name)
    }

    /// The region as it stands takes the place of what the hub left before.
    private func giveRegion(from source: any MailboxStorage) async throws {
        let listing = try mailbox.list()
        let old = listing.items.filter { $0.header.sealed.map(night.region.isOwn) ?? false }
        for (hash, bytes) in try await source.regionBundles() {
            let header = try SealedBundle.Header(bytes)
            guard night.region.isOwn(header) else { continue }
            let isThere = old.contains { $0.header.sealed?.hash == header.hash }
            if !isThere { try mailbox.append(bytes, as: Self.name(of: header, hash)) }
            for item in old where item.header.sealed?.hash != header.hash {
                try mailbox.remove(item.token)
            }
        }
    }

    private static func name(of header: SealedBundle.Header, _ hash: ContentHash) -> String {
        "\(header.fields.partition.code)-hub-\(hash.description.prefix(16))"
            + ".\(Envelope.fileExtension)"
    }

    /// The random name of the folder, which it keeps wherever it is mounted; nil where it may not be
    /// written.
    private func place() throws -> RecordID? {
        let name = ".passerelle-place"
        if let bytes = try? disk.read(name, from: 0, count: 16), let id = RecordID(bytes: bytes) {
            return id
        }
        guard let id = night.region.newPlace() else { return nil }
        do { try disk.write(id.bytes, as: name) } catch { return nil }
        return id
    }

    /// What is wrong with one file, by name; what is wrong with the hub stops the night.
    private static func reason(_ error: any Error) throws -> String {
        switch error {
        case let refusal as HubRefusal where refusal.code == .notFound:
            "no admitted landlord has it [not-found]"
        case let refusal as HubRefusal where refusal.code != .diskFull:
            "the hub refuses it [\(refusal.detail ?? refusal.code.rawValue)]"
        case let failure as MembershipFailure: "\(failure.description) [\(failure.name)]"
        case let failure as SealFailure: "\(failure.description) [\(failure.name)]"
        case is DiskFailure: "it cannot be read [unreadable]"
        default: throw error
        }
    }

    /// The name of the fault alone: the sentence around it may tell the name of the file.
    private static func code(in reason: String) -> String {
        let last = reason.split(separator: "[").last.map { "[" + $0 } ?? "[refused]"
        return "it was not taken " + last
    }
}
