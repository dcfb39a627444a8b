/// The page that takes the passphrase.
struct LockPage {
    let error: String?
    /// Where to go on.
    let suite: String
    let agent: String
}
