import Foundation
import Sealing
import Seams
import Synchronization

/// The hub's keys: the present one, and the one before it for those who have not heard of the new.
extension HubFolder {
    package static let keyName = "hub.key"
    package static let formerKeyName = "hub.key.former"

    /// The hub's own key, made at its first use.
    package func key() throws -> SigningKey {
        if let known = keyRing.withLock({ $0.first }) { return known }
        var keys = try [Self.keyName, Self.formerKeyName].compactMap(readKey)
        if keys.isEmpty {
            keys = [try SigningKey(secret: entropy.bytes(SigningKey.length))]
            try writeSecret(keys[0].secret, to: Self.keyName)
        }
        keyRing.withLock { $0 = keys }
        return keys[0]
    }

    /// The present key, and the one before it where it is kept.
    package func keys() throws -> [SigningKey] {
        _ = try key()
        return keyRing.withLock { $0 }
    }

    /// The key of which somebody knows the first hexadecimal digits, else the present one.
    package func key(knownAs digits: String?) throws -> SigningKey {
        let present = try key()
        guard let digits, digits.count >= 16 else { return present }
        return keyRing.withLock { keys in
            keys.first { $0.verifyingKey.bytes.hexadecimal.hasPrefix(digits) } ?? present
        }
    }

    /// Draws a new key.
    ///
    /// The one before still answers those who know no other, unless it is to be forgotten because
    /// somebody else may have it.
    package func renewKey(forgettingOld isForgotten: Bool) throws -> SigningKey {
        let old = try key()
        let new = try SigningKey(secret: entropy.bytes(SigningKey.length))
        let former = path + "/" + Self.formerKeyName
        if isForgotten {
            if FileManager.default.fileExists(atPath: former) {
                try FileManager.default.removeItem(atPath: former)
            }
        } else {
            // Cut between the two, the old key is there twice, and the new one not yet.
            try writeSecret(old.secret, to: Self.formerKeyName)
        }
        try writeSecret(new.secret, to: Self.keyName)
        keyRing.withLock { $0 = isForgotten ? [new] : [new, old] }
        return new
    }

    private func readKey(_ name: String) throws -> SigningKey? {
        let file = path + "/" + name
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let secret = FileManager.default.contents(atPath: file),
            let key = try? SigningKey(secret: secret)
        else { throw StorageFailure.damagedKey(path: file) }
        return key
    }

    /// Appears whole or not at all, for its owner alone, and lasts.
    private func writeSecret(_ bytes: [UInt8], to name: String) throws {
        let file = path + "/" + name
        let temporary = file + ".new"
        do throws(DiskFailure) {
            try volume.makeFile(temporary)
            guard let handle = FileHandle(forUpdatingAtPath: temporary) else {
                throw .noPermission(path: temporary)
            }
            try? handle.write(contentsOf: bytes)
            try? handle.close()
            guard FileManager.default.contents(atPath: temporary) == Data(bytes) else {
                throw .full(path: temporary)
            }
            try volume.settle(temporary, as: file)
        } catch { throw StorageFailure.notDurable(path: file) }
    }
}
