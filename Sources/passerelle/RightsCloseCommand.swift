import ArgumentParser
import Records
import Tenancy

/// What became of a request.
struct RightsCloseCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Note what became of a request; a refusal says why."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The request: at least 4 digits of its identity.")
    var request: String

    @Argument(help: "What became of it: \(Codes.list(RightsStatus.self)).")
    var status: String

    @Option(help: "What was answered.")
    var answer: String?

    func run(in store: LandlordStore) throws -> Done {
        let id = try store.resolve(request, in: "rights_request")
        try store.closeRequest(id, as: try Codes.read(status, as: "status"), answer: answer)
        return Done(id: id.description, text: "Request: \(status).")
    }
}
