import Foundation

/// Prints a page to PDF with the WeasyPrint or the Chromium of this machine, without a network.
struct PagePrinter: Sendable {
    private enum Engine: Sendable {
        case weasyPrint(String)
        case chromium(String)
    }

    /// Why nothing was printed.
    enum Failure: Error, CustomStringConvertible {
        case missing
        case failed

        var description: String {
            switch self {
            case .missing:
                "no program here prints PDF: install weasyprint or chromium "
                    + "(apt-get install weasyprint), or take --format html and print it [pdf-missing]"
            case .failed:
                "the page could not be printed: take --format html and print it [pdf-failed]"
            }
        }
    }

    private static let patience = 120.0
    private let engine: Engine

    /// Finds a program on the path.
    init() throws(Failure) {
        if let path = Self.find(["weasyprint"]) {
            engine = .weasyPrint(path)
        } else if let path = Self.find(["chromium", "chromium-browser", "google-chrome"]) {
            engine = .chromium(path)
        } else {
            throw .missing
        }
    }

    /// The page as a PDF that bears the date of its figures, and not that of the printing.
    func print(_ page: [UInt8], dated day: String) throws(Failure) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "passerelle-print-\(ProcessInfo.processInfo.globallyUniqueString)"
            )
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(page).write(to: folder.appendingPathComponent("page.html"))
            try run(in: folder)
            let pdf = try Data(contentsOf: folder.appendingPathComponent("page.pdf"))
            return Self.dated(Array(pdf), day)
        } catch { throw .failed }
    }

    /// Does long work away from the threads that answer.
    static func aside<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    private func run(in folder: URL) throws {
        let process = Process()
        switch engine {
        case .weasyPrint(let path):
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = [
                "--quiet", "--pdf-identifier", "passerelle", "page.html", "page.pdf",
            ]
        case .chromium(let path):
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = Self.chromiumArguments(folder)
        }
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "0",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let deadline = DispatchTime.now() + Self.patience
        DispatchQueue.global().asyncAfter(deadline: deadline) {
            if process.isRunning { process.terminate() }
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.failed }
    }

    private static func chromiumArguments(_ folder: URL) -> [String] {
        // Chromium refuses its sandbox to root; the page is ours and fetches nothing.
        (getuid() == 0 ? ["--no-sandbox"] : []) + [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
            "--print-to-pdf=\(folder.path)/page.pdf", "file://\(folder.path)/page.html",
        ]
    }

    private static func find(_ names: [String]) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Puts a day in place of the moments of printing; nothing else differs between two runs.
    private static func dated(_ pdf: [UInt8], _ day: String) -> [UInt8] {
        var pdf = pdf
        let digits = Array((day.filter { $0 != "-" } + "000000").utf8)
        for name in ["/CreationDate (D:", "/ModDate (D:"] {
            let name = Array(name.utf8)
            var place = 0
            while place + name.count + digits.count <= pdf.count {
                if pdf[place] == name[0], pdf[place..<(place + name.count)].elementsEqual(name) {
                    let start = place + name.count
                    pdf.replaceSubrange(start..<(start + digits.count), with: digits)
                    place = start
                }
                place += 1
            }
        }
        return pdf
    }
}
