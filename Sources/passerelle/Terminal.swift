import ArgumentParser
import Foundation
import Seams

/// Prints answers on standard output, failures on standard error, and ends with the right code.
enum Terminal {
    /// Runs a command and prints what it answers.
    static func run(json: Bool, _ body: () throws -> some Report) throws {
        let answer = try catching(body)
        try write(json ? try text(answer) : answer.text)
        if answer.needsAttention { throw ExitCode.attention }
    }

    /// Runs a body; its failure is printed in one line and becomes an exit code.
    static func catching<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ValidationError {
            throw error
        } catch let error as ExitCode {
            throw error
        } catch {
            complain(FailureText(error).line)
            throw FailureText(error).exitCode
        }
    }

    /// Writes an answer to standard output; one that cannot be written is no success, though what
    /// the command did stays done.
    private static func write(_ text: String) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
        } catch {
            complain("the answer cannot be written, but the command was carried out [output]")
            throw ExitCode.disk
        }
    }

    /// Writes a line to standard error.
    static func complain(_ line: String) {
        FileHandle.standardError.write(Data("passerelle: \(line.inOneLine)\n".utf8))
    }

    /// Writes to standard error without a line break: a question.
    static func ask(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    private static func text(_ answer: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(answer), as: UTF8.self)
    }
}
