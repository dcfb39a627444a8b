/// The page of logging in.
struct LoginPage {
    let error: String?
    let form: String
    let language: String
}
