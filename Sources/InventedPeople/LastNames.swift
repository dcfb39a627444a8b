/// Surnames, all equally likely: the list has no frequencies.
enum LastNames {
    static let all = LastNamesText.csv.split(separator: "\n").dropFirst().map(String.init)
}
