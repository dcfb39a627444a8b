import Foundation
import HubWire
import Sealing
import Seams

/// Which hub this device knows: the one that the membership log names, else the one first met.
struct PinnedHub {
    private let disk: any Disk
    /// The key that the log names.
    private let named: VerifyingKey?

    init(beside disk: any Disk, named: VerifyingKey?) {
        self.disk = disk
        self.named = named
    }

    /// What is remembered of the hub; a key that is typed and is another one is refused.
    ///
    /// A key that the log has changed since begins a new memory.
    func memory(key: String?) throws -> HubMemory {
        let key = key?.lowercased()
        let known = try remembered()
        if let named = named?.bytes.hexadecimal {
            guard key == nil || key == named else { throw HubRoadFailure.otherHub }
            return known?.key == named ? known ?? HubMemory(key: named) : HubMemory(key: named)
        }
        if let known {
            guard key == nil || key == known.key else { throw HubRoadFailure.otherHub }
            return known
        }
        guard let key else { throw HubRoadFailure.unknownHub }
        _ = try Self.verifyingKey(key)
        let memory = HubMemory(key: key)
        try remember(memory)
        return memory
    }

    private func remembered() throws -> HubMemory? {
        do {
            let size = try disk.size(of: HubMemory.fileName)
            guard size <= HubMemory.largestFile else { throw HubRoadFailure.badAnswer }
            let bytes = try disk.read(HubMemory.fileName, from: 0, count: size)
            return try JSONDecoder().decode(HubMemory.self, from: Data(bytes))
        } catch DiskFailure.notAFile, DiskFailure.noFolder {
            return nil
        }
    }

    func remember(_ memory: HubMemory) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try disk.write(Array(try encoder.encode(memory)), as: HubMemory.fileName)
    }

    func verifyingKey(of memory: HubMemory) throws -> VerifyingKey {
        try Self.verifyingKey(memory.key)
    }

    static func verifyingKey(_ text: String) throws -> VerifyingKey {
        guard let hash = ContentHash(hex: text) else { throw HubRoadFailure.badAddress }
        do { return try VerifyingKey(bytes: hash.bytes) } catch {
            throw HubRoadFailure.badAddress
        }
    }
}
