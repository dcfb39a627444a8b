import ReplicaStore
import Seams
import Tenancy
import WebPages

extension DeskSite {
    /// Where files are sent to; every other path takes forms only.
    package static let uploadPath = "/fichiers/import"
    /// From so much of a file somebody says what its columns are.
    private static let headBytes = 1_048_576
    private static let keyLength = 12

    /// Answers a form with a file, of which nothing is read but for a session whose keys are open.
    package func receive<Pieces: AsyncSequence & Sendable>(
        _ request: DeskRequest,
        _ pieces: Pieces,
        at authority: String
    ) async -> DeskAnswer where Pieces.Element == [UInt8] {
        await guarded(request, at: authority) { _, token, session in
            guard let token, let session else { return .redirect("/") }
            let visit = DeskVisit(token: token, session: session, request: request, fields: .none)
            if let answer = try await opened(visit) { return answer }
            do {
                let file = try await store(pieces, for: visit)
                return try await work.run { try begin(file, visit) }
            } catch let failure as ImportFailure {
                let text = visit.language.text(failure)
                return done(visit, "/fichiers", text, isWarning: true)
            }
        }
    }

    /// The file of a form, in a file without a name beside the store; nothing is left of a form that
    /// was cut.
    private func store<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces,
        for visit: DeskVisit
    ) async throws -> any Spool where Pieces.Element == [UInt8] {
        guard var form = UploadForm(type: visit.request.type) else { throw DeskRefusal.form }
        let limit = ImportLimits().fileBytes
        var file: (any Spool)?
        for try await piece in pieces {
            let bytes = try form.take(piece)
            if file == nil, let token = form.token {
                guard visit.token.accepts(form: token) else { throw DeskRefusal.form }
                file = try world.spool(store.replica.folder)
            }
            guard let file, !bytes.isEmpty else { continue }
            let size = file.count + bytes.count
            guard size <= limit else { throw ImportFailure.fileTooLarge(bytes: size, limit: limit) }
            try file.append(bytes)
        }
        guard let file, form.isComplete else { throw DeskRefusal.form }
        return file
    }

    /// Looks at what came, and goes on to its columns.
    private func begin(_ file: any Spool, _ visit: DeskVisit) throws -> DeskAnswer {
        let mapping = KnownColumns(disk: world.disk(store.replica.folder)).mapping()
        let head = try file.read(from: 0, count: Self.headBytes)
        let sample = try ErpSample(
            head: head,
            isWhole: head.count == file.count,
            mapping: mapping
        )
        let key = visit.token.seal(
            world.environment.entropy.bytes(Self.keyLength).map(String.init).joined(separator: "-")
        )
        imports[visit.token] = PendingImport(key: key, file, sample, mapping)
        return .redirect("/fichiers/colonnes")
    }
}
