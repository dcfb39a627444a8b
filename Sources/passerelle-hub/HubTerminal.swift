import ArgumentParser
import Foundation
import Hub
import HubStorage
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
        do { return try body() } catch { throw told(error) }
    }

    static func serving(_ body: () async throws -> Void) async throws {
        do { try await body() } catch { throw told(error) }
    }

    /// Says a failure in one line; the exit code that stands for it.
    private static func told(_ error: any Error) -> any Error {
        switch error {
        case let error as ValidationError: error
        case let failure as HubFailure: complain(failure.description, Self.code(of: failure))
        case let failure as DiskFailure: complain(failure.description, Self.code(of: failure))
        case let failure as NameFailure: complain(failure.description, ExitCode(65))
        case let failure as StorageFailure: complain(failure.description, Self.code(of: failure))
        default: complain("\(error)", ExitCode.failure)
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

    private static func code(of failure: StorageFailure) -> ExitCode {
        switch failure {
        case .busy: ExitCode(75)
        case .notDurable: ExitCode(74)
        default: ExitCode(65)
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
