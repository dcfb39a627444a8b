import ArgumentParser
import Foundation
import Hub

/// The nightly reconciliation; a day that is done stays as it is.
struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Reconcile a UTC day: mailboxes, drop folders, statements, the region.",
        discussion: """
            Safe to run twice, to kill, and to run beside serve: a day is done once its signed report \
            stands. The exit code is 3 where the report has something for somebody to look at.
            """
    )

    @OptionGroup var options: HubOptions

    @Option(help: "A folder in which landlords leave what they have; once for each.")
    var drop: [String] = []

    @Flag(
        help: "Reconcile a day that is done once more, and write a further revision of its report."
    )
    var again = false

    func run() async throws {
        try await HubTerminal.run(options) {
            // The server has another working directory than whoever asks.
            let folders = drop.map { URL(fileURLWithPath: $0).path }
            return .reconcile(
                day: options.day == nil ? nil : try options.dayNumber,
                drops: folders,
                again: again
            )
        } answering: { outcome in
            guard case .reconciled(let report, let isNew) = outcome else { return nil }
            return NightAnswer(report, isNew: isNew)
        }
    }
}
