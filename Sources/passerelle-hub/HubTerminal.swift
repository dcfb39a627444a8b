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
        try print(try catching(body), json: json)
    }

    /// Has an order carried out, and prints what became of it.
    static func run(
        _ options: HubOptions,
        _ order: () throws -> HubOrder,
        answering answer: (HubOutcome) -> (any Answer)?
    ) async throws {
        let outcome: HubOutcome
        do {
            outcome = try await HubClerk.carryOut(try order(), in: try options.folder)
        } catch { throw told(error) }
        if case .refused(let message, let code) = outcome {
            throw complain(message, ExitCode(code))
        }
        guard let answer = answer(outcome) else {
            throw complain("the server answered something else: upgrade it", ExitCode(70))
        }
        try print(answer, json: options.json)
    }

    private static func print(_ answer: some Answer, json: Bool) throws {
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
        case let failure as HubFailure: complain(failure.description, ExitCode(failure.exitCode))
        case let failure as DiskFailure: complain(failure.description, ExitCode(failure.exitCode))
        case let failure as BilanFailure: complain(failure.description, ExitCode(65))
        case let failure as AccountFailure:
            complain(failure.description, ExitCode(failure.exitCode))
        case let failure as PagePrinter.Failure: complain(failure.description, ExitCode(69))
        case let failure as NameFailure: complain(failure.description, ExitCode(65))
        case let failure as StorageFailure:
            complain(failure.description, ExitCode(failure.exitCode))
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
}
