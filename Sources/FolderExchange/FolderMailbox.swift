import BundleFormat
import Exchange
import Sealing
import Seams

/// A mailbox in a plain folder: a network share, a USB key, the drop folder of the hub.
///
/// Names are not trusted, only contents. A file under a temporary name is not looked at; one that is
/// shorter than its header says is listed as unfinished and left alone: it may still be growing.
public struct FolderMailbox: Mailbox {
    /// The most files that are looked at in one go.
    public static let maximumFiles = 10_000

    private let disk: any Disk

    /// Creates the mailbox in the folder that `disk` opens.
    public init(_ disk: any Disk) { self.disk = disk }

    package func list() throws -> MailboxListing {
        var items: [MailboxListing.Item] = []
        var refusals: [MailboxListing.Refusal] = []
        let suffix = "." + Envelope.fileExtension
        for name in try disk.list(limit: Self.maximumFiles).sorted()
        where name.hasSuffix(suffix) && !name.hasPrefix(".") {
            do {
                items.append(try item(name))
            } catch let failure as FormatFailure {
                let code = failure == .truncated ? "unfinished" : "bad-bundle"
                refusals.append(.init(token: name, reason: "\(failure.description) [\(code)]"))
            } catch let failure as SealFailure {
                let code = failure == .truncated ? "unfinished" : failure.name
                refusals.append(.init(token: name, reason: "\(failure.description) [\(code)]"))
            } catch let failure as DiskFailure {
                refusals.append(.init(token: name, reason: "\(failure.description) [unreadable]"))
            }
        }
        return MailboxListing(items: items, refusals: refusals)
    }

    package func fetch(_ token: String) throws -> [UInt8] {
        let size = try disk.size(of: token)
        guard size <= Envelope.maximumBytes else {
            throw DiskFailure.tooLarge(name: token, bytes: size, limit: Envelope.maximumBytes)
        }
        return try disk.read(token, from: 0, count: size)
    }

    package func append(_ bytes: [UInt8], as name: String) throws {
        try disk.write(bytes, as: name)
    }

    /// The header and digest of a finished file; one shorter than its header says is `truncated`.
    private func item(_ name: String) throws -> MailboxListing.Item {
        let size = try disk.size(of: name)
        guard size <= Envelope.maximumBytes else {
            throw DiskFailure.tooLarge(name: name, bytes: size, limit: Envelope.maximumBytes)
        }
        let start = try disk.read(name, from: 0, count: BundleLabel.maximumLength)
        let header = try BundleLabel(start)
        guard header.totalBytes <= UInt64(size) else { throw FormatFailure.truncated }
        if header.sealed != nil { return MailboxListing.Item(token: name, header: header) }
        let end = Int(header.totalBytes)
        let tail = end - Envelope.digestLength
        let digest =
            end <= start.count
            ? Array(start[tail..<end])
            : try disk.read(name, from: tail, count: Envelope.digestLength)
        return MailboxListing.Item(token: name, header: header, digest: digest)
    }
}
