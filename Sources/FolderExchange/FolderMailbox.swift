import BundleFormat
import Exchange
import Sealing
import Seams

/// A mailbox in a plain folder: a network share, a USB key, the drop folder of the hub.
///
/// Names are not trusted, only contents. A file under a temporary name is not looked at; one that is
/// shorter than its header says is listed as unfinished and left alone: it may still be growing. What
/// is no regular file is named and never opened. A token is a name with all escaped that could act on
/// a screen or a log.
public struct FolderMailbox: Mailbox {
    /// The most files that are looked at in one go: the first ones in the order of their names.
    public static let maximumFiles = 10_000
    /// The most bytes of a file, read or written.
    public static let maximumBytes = 64 << 20

    private let disk: any Disk

    /// Creates the mailbox in the folder that `disk` opens.
    public init(_ disk: any Disk) { self.disk = disk }

    package func list() throws -> MailboxListing {
        let survey = try disk.survey(limit: Self.maximumFiles, where: Self.isOfABundle)
        var items: [MailboxListing.Item] = []
        var refusals = FolderRefusals(survey)
        for name in survey.names {
            do {
                items.append(try item(name))
            } catch let failure as FormatFailure {
                refusals.refuse(name, failure)
            } catch let failure as SealFailure {
                refusals.refuse(name, failure)
            } catch let failure as DiskFailure {
                refusals.refuse(name, failure)
            }
        }
        return MailboxListing(items: items, refusals: refusals.all)
    }

    package func fetch(_ token: String) throws -> [UInt8] {
        guard let name = String(escaped: token) else { throw DiskFailure.notAFile(name: token) }
        return try disk.read(name, from: 0, count: try boundedSize(of: name))
    }

    package func append(_ bytes: [UInt8], as name: String) throws {
        try Self.check(bytes.count, of: name)
        try disk.write(bytes, as: name)
    }

    package func remove(_ token: String) throws {
        guard let name = String(escaped: token) else { throw DiskFailure.notAFile(name: token) }
        try disk.remove(name)
    }

    /// Whether a bundle may lie under that name: not under a temporary one.
    private static func isOfABundle(_ name: String) -> Bool {
        name.hasSuffix("." + Envelope.fileExtension) && !name.hasPrefix(".")
    }

    private func boundedSize(of name: String) throws(DiskFailure) -> Int {
        let size = try disk.size(of: name)
        try Self.check(size, of: name)
        return size
    }

    private static func check(_ size: Int, of name: String) throws(DiskFailure) {
        guard size <= maximumBytes else {
            throw .tooLarge(name: name, bytes: size, limit: maximumBytes)
        }
    }

    /// The header and digest of a finished file; one shorter than its header says is `truncated`.
    private func item(_ name: String) throws -> MailboxListing.Item {
        let size = try boundedSize(of: name)
        let start = try disk.read(name, from: 0, count: BundleLabel.maximumLength)
        let header = try BundleLabel(start)
        guard header.totalBytes <= UInt64(size) else { throw FormatFailure.truncated }
        if header.sealed != nil { return MailboxListing.Item(token: name.escaped, header: header) }
        let end = Int(header.totalBytes)
        let tail = end - Envelope.digestLength
        let digest =
            end <= start.count
            ? Array(start[tail..<end])
            : try disk.read(name, from: tail, count: Envelope.digestLength)
        return MailboxListing.Item(token: name.escaped, header: header, digest: digest)
    }
}
