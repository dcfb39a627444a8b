/// Hand-over sheets as they are printed.
struct HandoverPage {
    let back: String
    /// The form that asks for the address; nil for several sheets.
    let path: String?
    let pdf: String
    let sheets: [HandoverSheet]
    let nobody: Bool
    let hasAddress: Bool
    let needsContact: Bool
    /// How many people are left out, who did not agree.
    let leftOut: String?
}
