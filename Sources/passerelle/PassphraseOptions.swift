import ArgumentParser
import Custody
import Foundation
import HostSystem
import ReplicaStore
import Sealing

/// Where the passphrase of the device's keys comes from; never from an argument, which others see.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: "A file whose first line is the passphrase; else PASSERELLE_PASSPHRASE, else asked."
    )
    var passphraseFile: String?

    /// The passphrase that a file or the environment gives, nil where neither does.
    private func given() throws -> String? {
        if let passphraseFile { return try Self.firstLine(of: passphraseFile) }
        return ProcessInfo.processInfo.environment["PASSERELLE_PASSPHRASE"]
    }

    /// The passphrase, asked for at a terminal where nothing gives it.
    private func passphrase() throws -> String {
        if let given = try given() { return given }
        guard HostTerminal.isAttended else { throw Self.missing }
        Terminal.ask("Passphrase: ")
        defer { Terminal.ask("\n") }
        guard let typed = HostTerminal.readHiddenLine() else { throw Self.missing }
        return typed
    }

    /// The passphrase of a keyring to be made, and the same again if it was drawn and must be shown.
    func forNewKeyring() throws -> (typed: String, drawn: String?) {
        if let given = try given() { return (given, nil) }
        let drawn = Passphrase.generate(from: SystemEntropy())
        return (drawn, drawn)
    }

    /// The passphrase of the keys beside a store: it is not asked for where there are none.
    func passphrase(of folder: String) throws -> String {
        guard DeviceCustody.exists(in: folder, .host) else { throw DeviceCustody.notEnrolled }
        return try passphrase()
    }

    /// The keys beside a store.
    func unlock(_ folder: String) throws -> DeviceCustody {
        try DeviceCustody.unlock(in: folder, with: try passphrase(of: folder), .host)
    }

    private static func firstLine(of path: String) throws -> String {
        let bytes = try ImportSource.read(path, limit: 2 * Passphrase.maximumBytes)
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let text = String(bytes: line, encoding: .utf8) else {
            throw CustodyError(.passphrase, "the file of the passphrase is no UTF-8 text")
        }
        return text
    }

    private static let missing = CustodyError(
        .passphrase,
        "no passphrase: give --passphrase-file FILE or PASSERELLE_PASSPHRASE, or use a terminal"
    )
}
