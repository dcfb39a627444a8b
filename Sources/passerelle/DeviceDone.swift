/// What a change of the devices answers.
struct DeviceDone: Report {
    /// Whether anything changed.
    let isChanged: Bool
    let text: String

    private enum CodingKeys: CodingKey {
        case isChanged
    }
}
