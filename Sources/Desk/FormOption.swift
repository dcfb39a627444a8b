/// One entry of a list to choose from.
struct FormOption {
    let code: String
    let label: String
    var isChosen = false
}
