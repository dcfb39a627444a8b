import Foundation
import HubStorage
import ReplicaStore
import Sealing
import Seams

extension HubOffice {
    /// Copies all that the hub holds while it serves; the manifest, written last, makes it a backup.
    ///
    /// Each store is copied as it is at one moment; the moments differ by the time that the copy takes.
    /// It holds the hub's key: who reads it can speak in the hub's name.
    func backUp(to path: String) async throws -> HubOutcome {
        guard environment.volume.isAbsent(path) else { throw HubFailure.backupExists(path: path) }
        for name in ["/landlords", "/" + RegionDesk.folderName] {
            try FileManager.default.createDirectory(
                atPath: path + name,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        let key = try folder.key()
        try environment.volume.disk(at: path).write(key.secret, as: HubFolder.keyName)
        var names = [HubFolder.keyName]
        let former = folder.path + "/" + HubFolder.formerKeyName
        if !environment.volume.isAbsent(former) {
            let bytes = try environment.volume.disk(at: folder.path)
                .read(HubFolder.formerKeyName, from: 0, count: SigningKey.length)
            try environment.volume.disk(at: path).write(bytes, as: HubFolder.formerKeyName)
            names.append(HubFolder.formerKeyName)
        }
        names += try await copyStores(to: path)
        names += try copyRegion(to: path)
        let manifest = try manifest(of: names, at: path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = Array(try encoder.encode(manifest))
        let disk = environment.volume.disk(at: path)
        let signature = try key.sign(bytes, as: .hubBackup)
        try disk.write(Array(signature.hexadecimal.utf8), as: BackupManifest.signatureName)
        try disk.write(bytes, as: BackupManifest.fileName)
        return .backedUp(
            files: manifest.files.count,
            bytes: manifest.files.reduce(0) { $0 + $1.bytes }
        )
    }

    private func copyStores(to path: String) async throws -> [String] {
        var names: [String] = []
        let store = folder.path + "/" + HubStore.fileName
        if !environment.volume.isAbsent(store) {
            try await settled(HubStore.fileName, in: path) {
                try await HubCopy.make(of: store, at: $0)
            }
            names.append(HubStore.fileName)
        }
        for landlord in folder.landlords {
            guard let mailbox = folder.mailbox(of: landlord) else { continue }
            let name = "landlords/\(landlord).sqlite"
            try await settled(name, in: path) { try await mailbox.copy(to: $0) }
            names.append(name)
        }
        return names
    }

    private func copyRegion(to path: String) throws -> [String] {
        let name = RegionDesk.folderName + "/" + Replica.fileName
        guard !environment.volume.isAbsent(folder.path + "/" + name) else { return [] }
        let region = try openRegion()
        defer { try? region.close() }
        try region.replica.backup(to: path + "/" + name)
        return [name]
    }

    /// Makes a file under a temporary name, and gives it its own once it lasts.
    private func settled(
        _ name: String,
        in path: String,
        _ make: (String) async throws -> Void
    ) async throws {
        let file = path + "/" + name
        try await make(file + ".new")
        try environment.volume.settle(file + ".new", as: file)
    }

    private func manifest(of names: [String], at path: String) throws -> BackupManifest {
        BackupManifest(
            madeAt: environment.clock.now(),
            files: try names.map { name in
                let (digest, bytes) = try FileDigest.of(path + "/" + name)
                return BackupManifest.File(path: name, bytes: bytes, sha256: digest)
            }
        )
    }
}
