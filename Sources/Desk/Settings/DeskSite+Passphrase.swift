import Custody
import WebPages

extension DeskSite {
    /// The fewest signs of a new passphrase: six drawn words have more.
    private static let shortestPassphrase = 12

    /// Puts the keys of this device under another passphrase.
    func changePassphrase(_ visit: DeskVisit) throws -> DeskAnswer {
        let typed = ["ancienne", "nouvelle", "encore"].map { visit.fields[$0] ?? "" }
        guard typed[1] == typed[2] else { return told(visit, "phraseDiffers") }
        guard typed[1].count >= Self.shortestPassphrase else { return told(visit, "phraseShort") }
        do {
            let pause = try keys.changePassphrase(from: typed[0], to: typed[1])
            guard pause == 0 else {
                let seconds = String((pause + 999) / 1_000)
                let text = visit.language.word("lockWait", ["n": seconds])
                return done(visit, "/reglages", text, isWarning: true)
            }
        } catch let error as CustodyError where error.code == .passphrase {
            return told(visit, "lockWrong")
        } catch let error as CustodyError where error.code == .sealed {
            return told(visit, "phraseRefused")
        }
        return done(visit, "/reglages", visit.language.word("phraseChanged"))
    }

    private func told(_ visit: DeskVisit, _ word: String) -> DeskAnswer {
        done(visit, "/reglages", visit.language.word(word), isWarning: true)
    }
}
