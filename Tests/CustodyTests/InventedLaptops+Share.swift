import CustodyKit
import Foundation

extension InventedLaptops {
    /// The membership log as it lies in the share.
    func log() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: logPath)))
    }

    func leave(log: [UInt8]) throws {
        try Data(log).write(to: URL(fileURLWithPath: logPath))
    }

    func leave(bundle: [UInt8]) throws {
        try Data(bundle).write(to: URL(fileURLWithPath: share + "/other.passerelle"))
    }
}
