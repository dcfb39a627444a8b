/// One page to print: a title, what is told line by line, and a foot.
struct PaperPage {
    let title: String
    let lines: [(label: String, text: String)]
    let foot: String
}
