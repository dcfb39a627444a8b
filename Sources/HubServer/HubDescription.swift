/// The API as an OpenAPI 3.1 document, the same as Docs/hub-api.json.
package enum HubDescription {
    package static let text = #"""
        {}
        """#
}
