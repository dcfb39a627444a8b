import ArgumentParser
import Foundation

extension Passerelle {
    /// Runs the command that the arguments name; a mistake in them is told in one line, as every
    /// other failure is.
    static func main() async {
        // Files that we make are for their owner, whatever the folder allows.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch  where exitCode(for: error) == .validationFailure {
            let lines = message(for: error).split(whereSeparator: \.isNewline)
            Terminal.complain("\(lines.joined(separator: " ")) [see passerelle --help]")
            exit(withError: ExitCode.validationFailure)
        } catch {
            exit(withError: error)
        }
    }
}
