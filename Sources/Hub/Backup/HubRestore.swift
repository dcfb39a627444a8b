import Foundation
import HubStorage
import Region
import ReplicaStore
import Sealing
import Seams

/// Makes a hub's data folder from a backup.
package struct HubRestore {
    private let backup: String
    private let data: String
    private let environment: ReplicaEnvironment

    package init(from backup: String, into data: String, _ environment: ReplicaEnvironment) {
        (self.backup, self.data, self.environment) = (backup, data, environment)
    }

    /// Restores where nothing stands; how many files.
    ///
    /// Every mailbox begins a new life, so that devices offer again what the backup missed. All is made
    /// under a temporary name: a restore that was cut is begun anew.
    package func run() throws -> Int {
        guard environment.volume.isAbsent(data) else {
            throw HubFailure.backupExists(path: data)
        }
        let manifest = try manifest()
        for file in manifest.files {
            guard try FileDigest.of(backup + "/" + file.path).hex == file.sha256 else {
                throw HubFailure.backupDamaged(file: file.path)
            }
        }
        let draft = data + ".restoring"
        if !environment.volume.isAbsent(draft) { try FileManager.default.removeItem(atPath: draft) }
        try copy(manifest, to: draft)
        let folder = try HubFolder(at: draft, environment.entropy, environment.volume)
        try folder.beginNewLives()
        try folder.close()
        try FileManager.default.moveItem(atPath: draft, toPath: data)
        return manifest.files.count
    }

    /// The manifest, if the key that lies in the backup signed it, and its names are our own.
    private func manifest() throws -> BackupManifest {
        let disk = environment.volume.disk(at: backup)
        guard
            let bytes = try? disk.read(
                BackupManifest.fileName,
                from: 0,
                count: BackupManifest.largest
            ), let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(bytes))
        else { throw HubFailure.backupMissing(path: backup) }
        guard let signature = try? disk.read(BackupManifest.signatureName, from: 0, count: 128),
            let secret = try? disk.read(HubFolder.keyName, from: 0, count: SigningKey.length),
            let key = try? SigningKey(secret: secret),
            key.verifyingKey.accepts(Self.bytes(hex: signature), of: bytes, as: .hubBackup),
            manifest.files.allSatisfy({ Self.isOurs($0.path) })
        else { throw HubFailure.backupDamaged(file: BackupManifest.fileName) }
        return manifest
    }

    private static func isOurs(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count <= 2 && !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
    }

    private func copy(_ manifest: BackupManifest, to draft: String) throws {
        try FileManager.default.createDirectory(
            atPath: draft + "/landlords",
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let region = RegionDesk.folderName + "/" + Replica.fileName
        for file in manifest.files {
            let source = backup + "/" + file.path
            guard file.path != region else {
                try restoreRegion(from: source, into: draft)
                continue
            }
            let target = draft + "/" + file.path
            try FileManager.default.copyItem(atPath: source, toPath: target + ".new")
            try environment.volume.settle(target + ".new", as: target)
        }
    }

    /// The region's store takes an identity of its own: the one that was copied may live on.
    private func restoreRegion(from source: String, into draft: String) throws {
        let folder = draft + "/" + RegionDesk.folderName
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try Replica.restore(from: source, into: folder, try RegionSchema.make(), environment)
    }

    private static func bytes(hex: [UInt8]) -> [UInt8] {
        let text = String(decoding: hex, as: UTF8.self)
        return stride(from: 0, to: text.count - 1, by: 2).compactMap { place in
            UInt8(text.dropFirst(place).prefix(2), radix: 16)
        }
    }
}
