import HubWire

/// The one style sheet, under a path that changes with it.
enum PageStyle {
    static let bytes = PackageResources.style_css
    static let path = "/style-\(ContentHash(of: bytes).description.prefix(12)).css"
}
