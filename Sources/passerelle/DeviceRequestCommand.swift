import ArgumentParser
import Custody
import Membership
import ReplicaStore
import Sealing

/// The first file of an enrolment, made on the new device.
struct DeviceRequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Make the keys of this device, and the file that asks to join a landlord.",
        discussion: "Bring the file to the administrator, and compare the six words by voice."
    )

    @OptionGroup var options: StoreOptions
    @OptionGroup var keys: PassphraseOptions

    @Option(help: "The file to make.")
    var out: String

    func run() throws {
        try Terminal.run(json: options.json) {
            let (typed, drawn) = try keys.forNewKeyring()
            return try OutFile.make(out) {
                let folder = try StoreMaker.makeFolder(options)
                let (custody, request) = try DeviceCustody.request(in: folder, under: typed, .host)
                defer { try? custody.close() }
                let words = request.fingerprint.description
                return (request.bytes, Answer(file: out, fingerprint: words, passphrase: drawn))
            }
        }
    }

    struct Answer: Report {
        let file: String
        let fingerprint: String
        let passphrase: String?

        var text: String {
            let lines = ["Request \(file); its words, to compare by voice:", "  \(fingerprint)"]
            return (lines + FoundAnswer.lines(passphrase: passphrase)).joined(separator: "\n")
        }
    }
}
