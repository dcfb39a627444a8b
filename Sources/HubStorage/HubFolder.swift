import Foundation
import Membership
import Records
import Sealing
import Seams
import Synchronization

/// The hub's data folder: its key, and a mailbox a landlord, named by the landlord's identity only.
package final class HubFolder: Sendable {
    /// The most bytes of a landlord's log.
    package static let largestLog = MembershipLimits.log

    package let path: String
    let entropy: any Entropy
    let volume: any Volume
    /// One process at a time: SQLite files with two writers are not what they were tested as.
    private let lock: any StoreLock
    private let mailboxes = Mutex<[RecordID: LandlordMailbox]>([:])
    /// The hub's keys, once they were read: the present one first.
    let keyRing = Mutex<[SigningKey]>([])

    /// Opens the folder and every mailbox in it.
    package init(at path: String, _ entropy: any Entropy, _ volume: any Volume) throws {
        self.path = path
        self.entropy = entropy
        self.volume = volume
        try FileManager.default.createDirectory(
            atPath: path + "/landlords",
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        guard let lock = try volume.lock(folder: path) else {
            throw StorageFailure.busy(path: path)
        }
        self.lock = lock
        for name in try FileManager.default.contentsOfDirectory(atPath: path + "/landlords") {
            guard name.hasSuffix(".sqlite"), let landlord = RecordID(name.dropLast(7).description)
            else { continue }
            let mailbox = try LandlordMailbox.open(at: file(of: landlord))
            mailboxes.withLock { $0[landlord] = mailbox }
        }
    }

    private func file(of landlord: RecordID) -> String { "\(path)/landlords/\(landlord).sqlite" }

    package var landlords: [RecordID] { mailboxes.withLock { $0.keys.sorted() } }

    /// A landlord's mailbox; nil where it was never admitted.
    package func mailbox(of landlord: RecordID) -> (any MailboxStorage)? {
        mailboxes.withLock { $0[landlord] }
    }

    /// Admits the landlord of a log that the operator vouches for; whether it is new here.
    ///
    /// `code` is the short code under which its statements count: no other landlord has it.
    @discardableResult
    package func admit(_ log: [UInt8], code: String? = nil) throws -> Bool {
        let log = try Self.read(log)
        let landlord = log.roster.landlord
        return try mailboxes.withLock { known in
            let isTaken = known.contains { $0.key != landlord && $0.value.code == code }
            if let code, isTaken { throw StorageFailure.codeTaken(code: code) }
            if let mailbox = known[landlord] {
                guard mailbox.roster.root == log.roster.root else {
                    throw StorageFailure.otherLandlord(path: file(of: landlord))
                }
                if let code { try mailbox.name(code) }
                return false
            }
            known[landlord] = try LandlordMailbox.create(
                at: file(of: landlord),
                log,
                code: code,
                entropy
            )
            return true
        }
    }

    private static func read(_ log: [UInt8]) throws(StorageFailure) -> MembershipLog {
        do throws(MembershipFailure) { return try MembershipLog(log) } catch {
            throw .badLog(fault: error.name)
        }
    }

    /// Gives every mailbox another epoch: devices list anew, and offer again what is missing.
    package func beginNewLives() throws {
        for mailbox in mailboxes.withLock({ $0.values }) { try mailbox.beginNewLife(entropy) }
    }

    package func close() throws {
        let open = mailboxes.withLock { known in
            defer { known = [:] }
            return known.values
        }
        for mailbox in open { try mailbox.close() }
        lock.release()
    }
}
