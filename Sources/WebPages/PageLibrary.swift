import Mustache

/// Templates of pages, read once, into which nothing is put unescaped unless it is said.
package enum PageLibrary {
    /// The templates by their names.
    package static func make(_ templates: [String: String]) throws -> MustacheLibrary {
        MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
        var library = MustacheLibrary()
        for (name, text) in templates {
            try library.register("{{% CONTENT_TYPE:\(PageEscaping.name)}}\n" + text, named: name)
        }
        return library
    }
}
