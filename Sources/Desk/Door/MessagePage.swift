/// A page that says one thing.
struct MessagePage {
    let text: String
}
