import ArgumentParser
import Foundation
import Hub
import Seams
import Statistics

/// Prints answers on standard output and failures on standard error.
enum HubTerminal {
    /// What a command answers: an object for programs and lines for people.
    protocol Answer: Encodable {
        var text: String { get }
        /// Whether something is left for somebody to look at; the exit code is then 3.
        var needsAttention: Bool { get }
    }

    static func run(json: Bool, _ body: () throws -> some Answer) throws {
        let answer = try catching(body)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = json ? try encoder.encode(answer) : Data(answer.text.utf8)
        do {
            try FileHandle.standardOutput.write(contentsOf: text + Data("\n".utf8))
        } catch {
            throw complain(
                "the answer cannot be written, but the command was carried out [output]",
                ExitCode(74)
            )
        }
        if answer.needsAttention { throw ExitCode(3) }
    }

    static func catching<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ValidationError {
            throw error
        } catch let failure as HubFailure {
            throw complain(failure.description, Self.code(of: failure))
        } catch let failure as DiskFailure {
            throw complain(failure.description, Self.code(of: failure))
        } catch let failure as NameFailure {
            throw complain(failure.description, ExitCode(65))
        } catch {
            throw complain("\(error)", ExitCode.failure)
        }
    }

    private static func complain(_ line: String, _ code: ExitCode) -> ExitCode {
        say(line)
        return code
    }

    /// Writes a line to standard error.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data("passerelle-hub: \(line.inOneLine)\n".utf8))
    }

    private static func code(of failure: DiskFailure) -> ExitCode {
        switch failure {
        case .noFolder, .notAFile: ExitCode(66)
        case .tooLarge: ExitCode(65)
        case .noPermission: ExitCode(77)
        case .full, .system: ExitCode(74)
        }
    }

    private static func code(of failure: HubFailure) -> ExitCode {
        switch failure {
        case .fileMissing, .unknownProgramme: ExitCode(66)
        case .fileExists: ExitCode(73)
        case .notDurable: ExitCode(74)
        default: ExitCode(65)
        }
    }
}
