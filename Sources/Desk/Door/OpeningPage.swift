/// The page that takes the code of the terminal.
struct OpeningPage {
    let error: String?
}
