import ArgumentParser
import Foundation
import HostSystem
import Hub
import Sealing

/// Where a new password comes from; never from an argument, which others see.
struct AccountPasswordOptions: ParsableArguments {
    @Option(help: "A file whose first line is the password; else it is asked for, or drawn.")
    var passwordFile: String?

    @Flag(help: "Draw six words, shown once.")
    var draw = false

    /// The password, and the same again if it was drawn and must be shown.
    func choose() throws -> (password: String, drawn: String?) {
        if let passwordFile {
            let text = try String(contentsOfFile: passwordFile, encoding: .utf8)
            return (String(text.prefix { !$0.isNewline }), nil)
        }
        guard !draw, HostTerminal.isAttended else {
            let drawn = Passphrase.generate(from: SystemEntropy())
            return (drawn, drawn)
        }
        let typed = Self.ask("Password: ")
        guard let typed, typed == Self.ask("The same again: ") else {
            throw ValidationError("the two passwords differ, or none was typed")
        }
        return (typed, nil)
    }

    private static func ask(_ question: String) -> String? {
        FileHandle.standardError.write(Data(question.utf8))
        defer { FileHandle.standardError.write(Data("\n".utf8)) }
        return HostTerminal.readHiddenLine()
    }
}
